package io.quarkiverse.volo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Whoever is called while a call is served has no more time than is left for that. */
class InheritedDeadlineTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final CallLoops LOOPS = new CallLoops(VERTX);

    private final AtomicInteger sent = new AtomicInteger();
    private final Service<String, String> silent = (context, request) -> {
        sent.incrementAndGet();
        return Uni.createFrom().nothing();
    };

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static ClientMethod<String, String> client(CallKind kind, Duration timeout, Service<String, String> wire) {
        ClientOptions options = ClientOptions.of("test", FixedDiscovery.of(Address.of("127.0.0.1", 1234)))
                .withTimeout(timeout, " (key: x.timeout)");
        return ClientPipeline.prepare(FakeMethod.echo(kind), options, LOOPS, wire);
    }

    private ClientMethod<String, String> silent(Duration timeout) {
        return client(CallKind.UNARY, timeout, silent);
    }

    /** What comes of a call that is made while another one with this deadline is served. */
    private static String whileServing(Supplier<Deadline> deadline, Supplier<Uni<String>> called) throws Exception {
        EventLoop loop = ((VertxInternal) VERTX).getEventLoopGroup().next();
        CompletableFuture<String> reply = new CompletableFuture<>();
        ServedCall served = new ServedCall(VERTX, loop, Deadline.NONE);
        served.vertxContext().runOnContext(ignored -> {
            served.context().deadline(deadline.get());
            called.get().subscribe().with(reply::complete, reply::completeExceptionally);
        });
        try {
            return reply.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    /** Counted from the moment at which the call is served. */
    private static Supplier<Deadline> in(int millis) {
        return () -> Deadline.after(Duration.ofMillis(millis));
    }

    @Test
    void whatIsLeftOfTheServedCallWinsIfItIsLess() {
        assertThatThrownBy(() -> whileServing(in(200), () -> silent(Duration.ofSeconds(30)).call(CallOptions.DEFAULT, "x")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT))
                .hasMessageMatching("Echo\\.echo to 127\\.0\\.0\\.1:1234: no reply within \\d+ ms"
                        + " \\(which is what was left for Front\\.serve, the call that is being served\\)");
    }

    @Test
    void theClientsTimeoutWinsIfItIsLess() {
        assertThatThrownBy(
                () -> whileServing(in(30_000), () -> silent(Duration.ofMillis(20)).call(CallOptions.DEFAULT, "x")))
                .hasMessage("Echo.echo to 127.0.0.1:1234: no reply within 20 ms (key: x.timeout)");
    }

    @Test
    void theTimeoutOfTheCallsOptionsWinsIfItIsLess() {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(20));

        assertThatThrownBy(() -> whileServing(in(30_000), () -> silent(Duration.ofSeconds(30)).call(options, "x")))
                .hasMessage("Echo.echo to 127.0.0.1:1234: no reply within 20 ms");
    }

    @Test
    void whatIsLeftWinsAgainstTheCallsOptionsToo() {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(30));

        assertThatThrownBy(() -> whileServing(in(200), () -> silent(Duration.ofSeconds(30)).call(options, "x")))
                .hasMessageContaining("what was left for Front.serve");
    }

    @Test
    void aCallForWhichNothingIsLeftIsNotMade() {
        assertThatThrownBy(() -> whileServing(in(0), () -> silent(Duration.ofSeconds(30)).call(CallOptions.DEFAULT, "x")))
                .isInstanceOfSatisfying(VoloException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT);
                    assertThat(e.isUnprocessed()).isTrue();
                })
                .hasMessage("Echo.echo: not called, as the time for Front.serve, the call that is being served, has passed");
        assertThat(sent).hasValue(0);
    }

    @Test
    void aServedCallWithoutADeadlineLeavesTheClientsTimeout() throws Exception {
        assertThat(whileServing(() -> Deadline.NONE, () -> client(CallKind.UNARY, Duration.ofSeconds(7),
                (context, request) -> Uni.createFrom().item(String.valueOf(context.deadline())))
                .call(CallOptions.DEFAULT, "x")))
                .isEqualTo("7000 ms");
    }

    @Test
    void aWaitingCallInheritsToo() throws Exception {
        assertThatThrownBy(() -> whileServing(in(200), () -> Uni.createFrom().completionStage(VERTX.getOrCreateContext()
                .executeBlocking(() -> silent(Duration.ofSeconds(30)).await(CallOptions.DEFAULT, "x")).toCompletionStage())))
                .hasMessageContaining("what was left for Front.serve");
    }

    @Test
    void aStreamInheritsToo() throws Exception {
        ClientMethod<String, String> opening = client(CallKind.SERVER_STREAMING, Duration.ofSeconds(30),
                (context, request) -> Uni.createFrom().item(context.deadline().isNone() ? "none" : "inherited"));

        assertThat(whileServing(in(30_000), () -> opening.call(CallOptions.DEFAULT, "x"))).isEqualTo("inherited");
        assertThat(whileServing(() -> Deadline.NONE, () -> opening.call(CallOptions.DEFAULT, "x"))).isEqualTo("none");
    }

    @Test
    void aCallKnowsForWhichServedCallItIsMade() throws Exception {
        assertThat(whileServing(() -> Deadline.NONE, () -> client(CallKind.UNARY, Duration.ofSeconds(30),
                (context, request) -> Uni.createFrom().item(served(context) + ", " + served(context.newAttempt())))
                .call(CallOptions.DEFAULT, "x"))).isEqualTo("SERVER Front.serve, SERVER Front.serve");
    }

    private static String served(RpcContext context) {
        return String.valueOf(context.servedCall());
    }
}
