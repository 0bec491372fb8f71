package io.quarkiverse.volo.benchmark.allocation;

import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.quarkus.arc.Arc;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.context.impl.Contextualized;
import io.smallrye.mutiny.infrastructure.CallbackDecorator;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.infrastructure.MultiInterceptor;
import io.smallrye.mutiny.infrastructure.MutinyInterceptor;
import io.smallrye.mutiny.infrastructure.UniInterceptor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** The packaged application, running in this process: what surrounds a call is what Quarkus itself has set up. */
final class Application {

    final VertxInternal vertx;
    final ContextInternal context;

    private Application(VertxInternal vertx) {
        this.vertx = vertx;
        this.context = vertx.createEventLoopContext();
    }

    static Application start() throws ReflectiveOperationException {
        var application = (io.quarkus.runtime.Application) Class.forName("io.quarkus.runner.ApplicationImpl")
                .getDeclaredConstructor().newInstance();
        application.start(new String[0]);
        Application started = new Application((VertxInternal) Arc.container().instance(Vertx.class).get());
        started.checkInterceptors();
        return started;
    }

    void stop() {
        io.quarkus.runtime.Application.currentApplication().stop();
    }

    /** Runs it on the event loop, in a duplicated context as a caller has one, and waits for its end. */
    <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        VertxContext.createNewDuplicatedContext(context).runOnContext(ignored -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    /** Without what Quarkus puts into Mutiny, an allocation benchmark would look better than an application. */
    private void checkInterceptors() {
        onLoop(() -> {
            Supplier<String> plain = () -> "";
            if (!(Infrastructure.decorate(plain) instanceof Contextualized)) {
                throw new IllegalStateException("Mutiny's callbacks are not decorated (expected: by context propagation)");
            }
            return null;
        });
        var names = new TreeSet<String>();
        addNames(names, CallbackDecorator.class);
        addNames(names, UniInterceptor.class);
        addNames(names, MultiInterceptor.class);
        System.out.println("Mutiny is intercepted by " + names);
    }

    private static <T extends MutinyInterceptor> void addNames(TreeSet<String> names, Class<T> type) {
        ServiceLoader.load(type).forEach(interceptor -> names.add(interceptor.getClass().getName()));
    }
}
