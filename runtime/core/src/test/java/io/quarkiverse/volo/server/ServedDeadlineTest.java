package io.quarkiverse.volo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** A server's calls end with the deadline that their callers sent. */
class ServedDeadlineTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final ServerOptions options = ServerOptions.of(2, " (key: max)", List.of());
    private final ContextInternal vertxContext = ((ContextInternal) VERTX.getOrCreateContext()).duplicate();
    private final RpcContext context = of(CallKind.UNARY);

    private RpcContext of(CallKind kind) {
        return new RpcContext(Role.SERVER, FakeMethod.echo(kind), vertxContext.nettyEventLoop());
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void attach() {
        context.attachTo(vertxContext);
        context.caller(Endpoint.UNKNOWN.at(Address.of("10.0.0.1", 80)));
    }

    private Service<String, String> served(Service<String, String> bean) {
        return ServerPipeline.assemble(options, List.of(), bean);
    }

    /**
     * How a call ends, as a transport learns it: on the event loop.
     *
     * @param deadline is counted from the moment at which the call arrives
     */
    private CompletableFuture<String> call(Service<String, String> service, Supplier<Deadline> deadline) {
        CompletableFuture<String> reply = new CompletableFuture<>();
        vertxContext.runOnContext(ignored -> {
            try {
                context.deadline(deadline.get());
                service.call(context, "x").subscribe().with(item -> {
                    context.end(CallEnd.success());
                    reply.complete(item);
                }, failure -> {
                    context.end(CallEnd.failure(failure));
                    reply.completeExceptionally(failure);
                });
            } catch (VoloException e) {
                context.end(CallEnd.failure(e));
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    private static String reply(CompletableFuture<String> reply) throws Exception {
        return reply.get(10, TimeUnit.SECONDS);
    }

    private static Deadline in(int millis) {
        return Deadline.after(Duration.ofMillis(millis));
    }

    @Test
    void aCallWithoutADeadlineCostsNothing() {
        Uni<String> answer = Uni.createFrom().item("hi");

        assertThat(served((context, request) -> answer).call(context, "x")).isSameAs(answer);
    }

    @Test
    void aCallThatIsAnsweredInTimeIsAnswered() throws Exception {
        assertThat(reply(call(served((context, request) -> Uni.createFrom().item("hi")), () -> in(10_000)))).isEqualTo("hi");
    }

    @Test
    void aCallThatAnotherThreadAnswersInTimeIsAnswered() throws Exception {
        assertThat(reply(call(served((context, request) -> Uni.createFrom().emitter(
                emitter -> VERTX.executeBlocking(() -> {
                    emitter.complete("hi");
                    return null;
                }))), () -> in(10_000)))).isEqualTo("hi");
    }

    @Test
    void aCallWhoseTimeHasRunOutIsNotServed() {
        AtomicInteger calls = new AtomicInteger();
        Deadline passed = Deadline.since(System.nanoTime() - 200_000_000, Duration.ofMillis(100), "");

        assertThatThrownBy(() -> reply(call(served((context, request) -> {
            calls.incrementAndGet();
            return Uni.createFrom().item("hi");
        }), () -> passed))).cause().isInstanceOfSatisfying(VoloException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(e.isUnprocessed()).isTrue();
        }).hasMessage("Echo.echo from 10.0.0.1:80: not served, as the 100 ms that its caller gave it had passed before");
        assertThat(calls).hasValue(0);
        assertThat(options.limit().underWay()).isZero();
    }

    @Test
    void whenTheTimeRunsOutTheBeanIsCancelledAndTheCallerTold() throws Exception {
        CompletableFuture<Object> cancelledIn = new CompletableFuture<>();

        assertThatThrownBy(() -> reply(call(served((context, request) -> Uni.createFrom().<String> nothing()
                .onCancellation().invoke(() -> cancelledIn.complete(RpcContext.current()))), () -> in(200))))
                .cause().isInstanceOfSatisfying(VoloException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT);
                    assertThat(e.isUnprocessed()).isFalse();
                }).hasMessage("Echo.echo from 10.0.0.1:80: not answered within the 200 ms that its caller gave it");

        assertThat(cancelledIn.get(10, TimeUnit.SECONDS)).as("the call that is current to the bean").isSameAs(context);
        assertThat(options.limit().underWay()).isZero();
    }

    @Test
    void aThreadThatOutlastsTheCallCountsAsInFlightUntilItHasFinished() {
        assertThatThrownBy(() -> reply(call(served((context, request) -> Uni.createFrom().<String> nothing()
                .onCancellation().invoke(context::hold)), () -> in(200))))
                .hasMessageContaining("not answered within the 200 ms");

        assertThat(options.limit().underWay()).isEqualTo(1);
        context.release();
        assertThat(options.limit().underWay()).isZero();
    }

    @Test
    void aOnewayCallHasAllTheTimeItTakesAsNobodyWaitsForIt() {
        RpcContext oneway = of(CallKind.ONEWAY);
        oneway.deadline(in(0));
        Uni<String> answer = Uni.createFrom().nullItem();

        assertThat(served((context, request) -> answer).call(oneway, "x")).isSameAs(answer);
        assertThat(oneway.deadline().isNone()).as("none for calls made meanwhile").isTrue();
    }
}
