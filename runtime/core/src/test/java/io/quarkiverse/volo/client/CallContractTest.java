package io.quarkiverse.volo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Outcome;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** What every layer and every transport may rely on, whatever the protocol: the contract of design decision 1. */
class CallContractTest {

    private static final int LOOP_COUNT = 4;
    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOP_COUNT));
    private static final CallLoops LOOPS = new CallLoops(VERTX);
    private static final Address PEER = Address.of("127.0.0.1", 1234);

    private final List<CallEnd> ends = new CopyOnWriteArrayList<>();
    private final CompletableFuture<CallEnd> firstEnd = new CompletableFuture<>();

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Notes how calls end. */
    class Watch implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                context.onEnd(end -> {
                    ends.add(end);
                    firstEnd.complete(end);
                });
                return next.call(context, request);
            };
        }
    }

    private <Q, R> ClientMethod<Q, R> method(CallKind kind, Duration timeout, Service<Q, R> wire, Layer... inner) {
        ClientOptions options = ClientOptions.of("test", FixedDiscovery.of(PEER)).withTimeout(timeout, " (key: x.timeout)")
                .withLayers(List.of(new Watch()), List.of(inner));
        return ClientPipeline.prepare(FakeMethod.echo(kind), options, LOOPS, wire);
    }

    private <Q, R> ClientMethod<Q, R> unary(Service<Q, R> wire, Layer... inner) {
        return method(CallKind.UNARY, Duration.ofSeconds(30), wire, inner);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    private CallEnd end() throws Exception {
        return firstEnd.get(10, TimeUnit.SECONDS);
    }

    @Test
    void nothingHappensBeforeTheSubscription() {
        AtomicInteger calls = new AtomicInteger();
        ClientMethod<String, String> echo = unary((context, request) -> {
            calls.incrementAndGet();
            return Uni.createFrom().item(request);
        });

        Uni<String> call = echo.call(CallOptions.DEFAULT, "hi");

        assertThat(calls).hasValue(0);
        assertThat(await(call)).isEqualTo("hi");
        assertThat(calls).hasValue(1);
    }

    @Test
    void eachSubscriptionIsACallOfItsOwn() {
        List<RpcContext> contexts = new CopyOnWriteArrayList<>();
        ClientMethod<String, String> echo = unary((context, request) -> {
            contexts.add(context);
            return Uni.createFrom().item(request);
        });
        Uni<String> call = echo.call(CallOptions.DEFAULT, "hi");

        await(call);
        await(call);

        assertThat(contexts).hasSize(2).doesNotHaveDuplicates();
        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.SUCCESS, Outcome.SUCCESS);
    }

    /** A retry as a later issue will bring it: one {@code Service.call} per attempt, each with its own view. */
    static class OnceMore implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> attempt(next, context, request)
                    .onFailure().recoverWithUni(() -> attempt(next, context, request));
        }

        private static <Q, R> Uni<R> attempt(Service<Q, R> next, RpcContext context, Q request) {
            RpcContext attempt = context.newAttempt();
            return next.call(attempt, request)
                    .onItem().invoke(() -> attempt.end(CallEnd.success()))
                    .onFailure().invoke(failure -> attempt.end(CallEnd.failure(failure)));
        }
    }

    @Test
    void theServiceIsCalledOncePerAttemptWithTheAttemptsOwnView() {
        List<RpcContext> attempts = new CopyOnWriteArrayList<>();
        List<Outcome> attemptEnds = new CopyOnWriteArrayList<>();
        ClientMethod<String, String> echo = unary((context, request) -> {
            attempts.add(context);
            context.onEnd(end -> attemptEnds.add(end.outcome()));
            return attempts.size() == 1 ? Uni.createFrom().failure(new IllegalStateException("first"))
                    : Uni.createFrom().item(request);
        }, new OnceMore());

        assertThat(await(echo.call(CallOptions.DEFAULT, "hi"))).isEqualTo("hi");

        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(0)).isNotSameAs(attempts.get(1));
        assertThat(attempts.get(0).call()).isSameAs(attempts.get(1).call());
        assertThat(attemptEnds).containsExactly(Outcome.FAILURE, Outcome.SUCCESS);
        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.SUCCESS);
    }

    @Test
    void theCallRunsOnOneEventLoopWithTheChosenAddress() {
        List<String> seen = new CopyOnWriteArrayList<>();
        ClientMethod<String, String> echo = unary((context, request) -> {
            seen.add(context.describe() + " on loop: " + context.eventLoop().inEventLoop());
            return Uni.createFrom().item(request);
        });

        await(echo.call(CallOptions.DEFAULT, "hi"));
        await(echo.call(CallOptions.DEFAULT.withAddress(Address.of("10.0.0.9", 9)), "hi"));

        assertThat(seen).containsExactly("Echo.echo to 127.0.0.1:1234 on loop: true", "Echo.echo to 10.0.0.9:9 on loop: true");
    }

    @Test
    void aReplyEndsTheCallOnce() throws Exception {
        ClientMethod<String, String> echo = unary((context, request) -> Uni.createFrom().item(request));

        await(echo.call(CallOptions.DEFAULT, "hi"));

        assertThat(end().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(ends).hasSize(1);
    }

    @Test
    void anErrorEndsTheCallOnce() throws Exception {
        ClientMethod<String, String> echo = unary(
                (context, request) -> Uni.createFrom().failure(new IllegalStateException("no")));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT, "hi"))).hasMessage("no");

        assertThat(end().failure()).hasMessage("no");
        assertThat(ends).hasSize(1);
    }

    @Test
    void anErrorThatALayerThrowsEndsTheCallOnce() throws Exception {
        ClientMethod<String, String> echo = unary((context, request) -> {
            throw new IllegalStateException("thrown");
        });

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT, "hi"))).hasMessage("thrown");

        assertThat(end().outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(ends).hasSize(1);
    }

    @Test
    void aCancellationEndsTheCallOnceAndReachesTheWire() throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        CompletableFuture<Void> called = new CompletableFuture<>();
        ClientMethod<String, String> echo = unary((context, request) -> {
            called.complete(null);
            return Uni.createFrom().<String> nothing().onCancellation().invoke(() -> cancelled.complete(null));
        });

        var subscription = echo.call(CallOptions.DEFAULT, "hi").subscribe().with(item -> {
        });
        called.get(10, TimeUnit.SECONDS);
        subscription.cancel();
        subscription.cancel();

        cancelled.get(10, TimeUnit.SECONDS);
        assertThat(end().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(ends).hasSize(1);
    }

    @Test
    void aTimeoutEndsTheCallOnceAndCancelsTheWire() throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        ClientMethod<String, String> echo = method(CallKind.UNARY, Duration.ofMillis(30),
                (context, request) -> Uni.createFrom().<String> nothing().onCancellation()
                        .invoke(() -> cancelled.complete(null)));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT, "hi")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT))
                .hasMessage("Echo.echo to 127.0.0.1:1234: no reply within 30 ms (key: x.timeout)");

        cancelled.get(10, TimeUnit.SECONDS);
        assertThat(end().kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(ends).hasSize(1);
    }

    @Test
    void aCallsOwnTimeoutGoesBeforeTheClients() {
        ClientMethod<String, String> echo = unary((context, request) -> Uni.createFrom().nothing());

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(20)), "hi")))
                .hasMessage("Echo.echo to 127.0.0.1:1234: no reply within 20 ms");
    }

    @Test
    void aLostConnectionEndsTheCallOnce() throws Exception {
        ClientMethod<String, String> echo = unary((context, request) -> Uni.createFrom()
                .failure(new VoloException(ErrorKind.CONNECTION_CLOSED, "gone", null)));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT, "hi"))).hasMessage("gone");

        assertThat(end().kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED);
        assertThat(ends).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = { "SERVER_STREAMING", "BIDIRECTIONAL" })
    void aStreamingCallEndsWithItsReplyStream(CallKind kind) throws Exception {
        ClientMethod<Multi<String>, Multi<String>> echo = method(kind, Duration.ofMillis(30),
                (context, requests) -> Uni.createFrom().item(requests.onItem().transform(String::toUpperCase)));

        Multi<String> replies = await(echo.call(CallOptions.DEFAULT, Multi.createFrom().items("a", "b")));
        assertThat(ends).as("only the opening has passed").isEmpty();

        assertThat(replies.collect().asList().await().atMost(Duration.ofSeconds(10))).containsExactly("A", "B");
        assertThat(end().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(ends).hasSize(1);
    }

    @Test
    void aStreamHasNoDeadlineUnlessItsCallBringsOne() {
        List<Boolean> none = new ArrayList<>();
        ClientMethod<String, Multi<String>> ticks = method(CallKind.SERVER_STREAMING, Duration.ofMillis(1),
                (context, request) -> {
                    none.add(context.deadline().isNone());
                    return Uni.createFrom().item(Multi.createFrom().nothing());
                });

        await(ticks.call(CallOptions.DEFAULT, "go"));

        assertThat(none).containsExactly(true);
    }

    @Test
    void aStreamFailsAtTheDeadlineThatItsCallBrings() throws Exception {
        ClientMethod<String, Multi<String>> ticks = method(CallKind.SERVER_STREAMING, Duration.ofSeconds(30),
                (context, request) -> Uni.createFrom().item(Multi.createFrom().nothing()));

        Multi<String> replies = await(ticks.call(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)), "go"));
        AssertSubscriber<String> subscriber = replies.subscribe().withSubscriber(AssertSubscriber.create(1));

        subscriber.awaitFailure(Duration.ofSeconds(10));
        assertThat(subscriber.getFailure()).hasMessageContaining("no reply within 50 ms");
        assertThat(end().kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(ends).hasSize(1);
    }

    @Test
    void aCancelledReplyStreamEndsTheCall() throws Exception {
        ClientMethod<String, Multi<String>> ticks = method(CallKind.SERVER_STREAMING, Duration.ofSeconds(30),
                (context, request) -> Uni.createFrom().item(Multi.createFrom().nothing()));

        await(ticks.call(CallOptions.DEFAULT, "go")).subscribe().with(item -> {
        }).cancel();

        assertThat(end().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aCallFromAnEventLoopStaysOnItAndComesBackToItsContext() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        ClientMethod<String, String> whereAmI = unary(
                (context, request) -> Uni.createFrom().item(Thread.currentThread().getName()));
        var context = VERTX.getOrCreateContext();

        context.runOnContext(ignored -> {
            String caller = Thread.currentThread().getName();
            whereAmI.call(CallOptions.DEFAULT, "?").subscribe().with(callee -> result.complete(
                    caller.equals(callee) + " " + (Vertx.currentContext() == context)));
        });

        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("true true");
    }

    @Test
    void callsFromOutsideGoToTheLoopWithTheFewestCalls() throws Exception {
        Map<EventLoop, Integer> callsByLoop = new ConcurrentHashMap<>();
        CountDownLatch called = new CountDownLatch(2 * LOOP_COUNT);
        ClientMethod<String, String> endless = unary((context, request) -> {
            callsByLoop.merge(context.eventLoop(), 1, Integer::sum);
            called.countDown();
            return Uni.createFrom().nothing();
        });

        List<Cancellable> calls = new ArrayList<>();
        for (int i = 0; i < 2 * LOOP_COUNT; i++) {
            calls.add(endless.call(CallOptions.DEFAULT, "hi").subscribe().with(item -> {
            }));
        }

        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        calls.forEach(Cancellable::cancel);
        assertThat(callsByLoop).hasSize(LOOP_COUNT).containsValues(2).doesNotContainValue(1);
    }

    @Test
    void aWaitingCallIsRefusedOnAnEventLoop() throws Exception {
        ClientMethod<String, String> echo = unary((context, request) -> Uni.createFrom().item(request));
        CompletableFuture<Object> result = new CompletableFuture<>();

        VERTX.getOrCreateContext().runOnContext(ignored -> {
            try {
                result.complete(String.valueOf(echo.await(CallOptions.DEFAULT, "hi")));
            } catch (IllegalStateException e) {
                result.complete(e);
            }
        });

        assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(IllegalStateException.class,
                e -> assertThat(e).hasMessageContaining("Echo.echo: a blocking client must not wait on the event loop")
                        .hasMessageContaining("@Blocking").hasMessageContaining("@RunOnVirtualThread"));
    }

    @Test
    void aWaitingCallAnswersOrThrowsWhatTheCallFailedWith() {
        ClientMethod<String, String> echo = unary((context, request) -> request.equals("bad")
                ? Uni.createFrom().failure(new IllegalArgumentException("bad"))
                : Uni.createFrom().item(request));

        assertThat(echo.await(CallOptions.DEFAULT, "hi")).isEqualTo("hi");
        assertThatThrownBy(() -> echo.await(CallOptions.DEFAULT, "bad")).isInstanceOf(IllegalArgumentException.class);
    }
}
