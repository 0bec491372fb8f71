package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.benchmark.echo.Echo;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Our clients, as the application injects them; does nothing unless the benchmark's driver wants a client. */
public class VoloClientBean {

    @Inject
    Vertx vertx;

    @Inject
    @VirtualThreads
    ExecutorService virtualThreads;

    @Inject
    @VoloClient("echo")
    Echo.Client client;

    @Inject
    @VoloClient("echo")
    Echo.BlockingClient blockingClient;

    /** {@code uni}, {@code threads} or {@code virtual}; absent: this process is a server. */
    @Inject
    @ConfigProperty(name = "benchmark.client")
    Optional<String> kind;

    @Inject
    @ConfigProperty(name = "benchmark.loops", defaultValue = "1")
    int loops;

    /** What calls carry as metainfo, if anything. */
    @Inject
    @ConfigProperty(name = "benchmark.tenant")
    Optional<String> tenant;

    void started(@Observes StartupEvent started) {
        kind.ifPresent(kind -> new Thread(() -> obey(kind), "benchmark").start());
    }

    private void obey(String kind) {
        try {
            ClientCommands.obey(switch (kind) {
                case "uni" -> new UniLoops();
                case "threads" -> new BlockingLoops(Executors.newFixedThreadPool(loops));
                case "virtual" -> new BlockingLoops(virtualThreads);
                default -> throw new IllegalArgumentException("client: " + kind + " (expected: uni, threads or virtual)");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Quarkus.asyncExit();
        }
    }

    /**
     * On the event loops in turns, each loop in a context of its own, as calls that an application makes while it serves one.
     */
    private final class UniLoops extends ClientLoops {

        private final Context[] contexts = new Context[loops];

        UniLoops() {
            super(loops);
            for (int i = 0; i < loops; i++) {
                contexts[i] = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
            }
        }

        @Override
        protected void start(int loop) {
            contexts[loop].runOnContext(ignored -> {
                tenant.ifPresent(tenant -> Metainfo.current().setPersistent("TENANT", tenant));
                next();
            });
        }

        private void next() {
            client.echo(new Message(TEXT)).subscribe().with(reply -> {
                if (replied(reply.text())) {
                    next();
                } else {
                    ended();
                }
            }, this::failed);
        }
    }

    private final class BlockingLoops extends ClientLoops {

        private final Executor threads;

        BlockingLoops(Executor threads) {
            super(loops);
            this.threads = threads;
        }

        @Override
        protected void start(int loop) {
            threads.execute(() -> {
                try {
                    while (replied(blockingClient.echo(new Message(TEXT)).text())) {
                        // The condition is all that there is to do.
                    }
                } catch (RuntimeException e) {
                    failed(e);
                }
                ended();
            });
        }
    }
}
