package io.quarkiverse.volo.layer.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.client.ClientPipeline;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Outcome;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.Change;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.discovery.InstancesCallback;
import io.quarkiverse.volo.discovery.Lookup;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Calls through a client's layers to a wire that does what the test has scripted. */
class RetryLayerTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final CallLoops LOOPS = new CallLoops(VERTX);
    private static final Address A = Address.of("10.0.0.1", 1);
    private static final Address B = Address.of("10.0.0.2", 2);
    private static final Address C = Address.of("10.0.0.3", 3);
    private static final Address D = Address.of("10.0.0.4", 4);

    private final Queue<Supplier<Uni<String>>> script = new ArrayDeque<>();
    private final List<Address> wentTo = new CopyOnWriteArrayList<>();
    private final List<RpcContext> views = new CopyOnWriteArrayList<>();
    private final List<CallEnd> attemptEnds = new CopyOnWriteArrayList<>();
    private final List<CallEnd> callEnds = new CopyOnWriteArrayList<>();
    private final List<RpcContext> calls = new CopyOnWriteArrayList<>();

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private Uni<String> wire(RpcContext context, String request) {
        assertThat(context.eventLoop().inEventLoop()).isTrue();
        wentTo.add(context.callee().address());
        views.add(context);
        return script.isEmpty() ? Uni.createFrom().item(request) : script.remove().get();
    }

    private static Uni<String> failing(ErrorKind kind, boolean unprocessed) {
        return Uni.createFrom().failure(() -> failure(kind, unprocessed));
    }

    private static VoloException failure(ErrorKind kind, boolean unprocessed) {
        return new VoloException(kind, "it was " + kind, null, unprocessed);
    }

    private void refused(int times) {
        for (int i = 0; i < times; i++) {
            script.add(() -> failing(ErrorKind.CONNECT, true));
        }
    }

    private void foundClosed(int times) {
        for (int i = 0; i < times; i++) {
            script.add(() -> failing(ErrorKind.CONNECTION_CLOSED, true));
        }
    }

    private class Inner implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                context.onEnd(attemptEnds::add);
                return next.call(context, request);
            };
        }
    }

    private class Outer implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                calls.add(context);
                context.onEnd(callEnds::add);
                return next.call(context, request);
            };
        }
    }

    private ClientOptions options(boolean observed, Discovery discovery) {
        return ClientOptions.of("test", discovery).withTimeout(Duration.ofSeconds(30), "")
                .withLayers(List.of(new Outer()), observed ? List.of(new Inner()) : List.of());
    }

    private ClientMethod<String, String> method(ClientOptions options) {
        return ClientPipeline.prepare(FakeMethod.echo(CallKind.UNARY), options, LOOPS, this::wire);
    }

    private String call(boolean observed, Address... instances) {
        return await(method(options(observed, new FixedDiscovery(List.of(instances)))).call(CallOptions.DEFAULT, "hi"));
    }

    private VoloException failureOf(boolean observed, Address... instances) {
        return (VoloException) catchThrowable(() -> call(observed, instances));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void afterAFailedConnectTheCallGoesToAnotherAddress(boolean observed) {
        refused(2);
        assertThat(call(observed, A, B, C)).isEqualTo("hi");
        assertThat(wentTo).hasSize(3).containsExactlyInAnyOrder(A, B, C);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void itIsTriedThreeTimesAtMostAndTheFailureTellsWhere(boolean observed) {
        refused(4);
        VoloException failure = failureOf(observed, A, B, C, D);
        assertThat(wentTo).hasSize(3).doesNotHaveDuplicates();
        assertThat(failure).hasMessage("it was CONNECT (3 attempts, at " + wentTo.get(0) + ", " + wentTo.get(1) + ", "
                + wentTo.get(2) + ")");
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
        assertThat(failure.isUnprocessed()).isTrue();
        assertThat(failure.getCause()).isInstanceOf(VoloException.class).hasMessage("it was CONNECT");
        assertThat(failure.getSuppressed()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anAddressThatRefusesIsNotTriedAgain(boolean observed) {
        refused(2);
        assertThat(failureOf(observed, A)).hasMessage("it was CONNECT").hasNoCause();
        assertThat(wentTo).containsExactly(A);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void withTwoThatRefuseTheFailureNamesBoth(boolean observed) {
        refused(3);
        assertThat(failureOf(observed, A, B)).hasMessage("it was CONNECT (2 attempts, at 10.0.0.1:1, 10.0.0.2:2)");
        assertThat(wentTo).containsExactly(A, B);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void afterAConnectionThatWasFoundClosedItMayGoToTheSameAddress(boolean observed) {
        foundClosed(2);
        assertThat(call(observed, A)).isEqualTo("hi");
        assertThat(wentTo).containsExactly(A, A, A);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void butNotToOneThatRefused(boolean observed) {
        refused(1);
        foundClosed(1);
        assertThat(call(observed, A, B)).isEqualTo("hi");
        assertThat(wentTo).containsExactly(A, B, B);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatWasClosedAndThenRefusesIsNotTriedAThirdTime(boolean observed) {
        foundClosed(1);
        refused(1);
        assertThat(failureOf(observed, A)).hasMessage("it was CONNECT (2 attempts, at 10.0.0.1:1, 10.0.0.1:1)");
    }

    @ParameterizedTest
    @CsvSource({ "CONNECTION_CLOSED, false", "CONNECT, false", "OVERLOAD, true", "TIMEOUT, false", "UNAVAILABLE, true",
            "PROTOCOL, true", "APPLICATION, false" })
    void nothingElseIsMadeAgain(ErrorKind kind, boolean unprocessed) {
        for (boolean observed : new boolean[] { false, true }) {
            script.add(() -> failing(kind, unprocessed));
            assertThat(failureOf(observed, A, B)).hasMessage("it was " + kind).hasNoCause();
        }
        assertThat(wentTo).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aCallThatIsARetryIsNotMadeAgain(boolean observed) {
        refused(1);
        Metainfo metainfo = Metainfo.create().setPersistent(CallMetainfo.RETRY_KEY, "1");
        ClientMethod<String, String> echo = method(options(observed, new FixedDiscovery(List.of(A, B))));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withMetainfo(metainfo), "hi")))
                .hasMessage("it was CONNECT");
        assertThat(wentTo).containsExactly(A);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aCallToAFixedAddressStaysThere(boolean observed) {
        ClientMethod<String, String> echo = method(options(observed, new FixedDiscovery(List.of(A, B))));
        CallOptions toC = CallOptions.DEFAULT.withAddress(C);

        refused(1);
        assertThatThrownBy(() -> await(echo.call(toC, "hi"))).hasMessage("it was CONNECT");
        assertThat(wentTo).containsExactly(C);

        foundClosed(2);
        assertThat(await(echo.call(toC, "hi"))).isEqualTo("hi");
        assertThat(wentTo).containsExactly(C, C, C, C);
    }

    @Test
    void layersInsideSeeEachAttemptInAViewOfItsOwnAndThoseOutsideTheCall() {
        refused(1);
        call(true, A, B);

        assertThat(views).hasSize(2).doesNotHaveDuplicates();
        assertThat(views).extracting(RpcContext::call).containsOnly(calls.get(0));
        assertThat(attemptEnds).extracting(CallEnd::outcome).containsExactly(Outcome.FAILURE, Outcome.SUCCESS);
        assertThat(calls).hasSize(1);
        assertThat(callEnds).extracting(CallEnd::outcome).containsExactly(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theCallTellsWhereItsNewestAttemptWent(boolean observed) {
        call(observed, A, B);
        assertThat(calls.get(0).callee().address()).isEqualTo(A);
        refused(1);
        call(observed, A, B);
        assertThat(wentTo).containsExactly(A, A, B);
        assertThat(calls.get(1).callee().address()).isEqualTo(B);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theTimeoutOfAFirstAttemptTellsWhereItWent(boolean observed) {
        script.add(() -> Uni.createFrom().nothing());
        ClientMethod<String, String> echo = method(options(observed, new FixedDiscovery(List.of(A, B))));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)), "hi")))
                .hasMessage("Echo.echo to 10.0.0.1:1: no reply within 50 ms");
    }

    @Test
    void whereNothingLooksAtAttemptsOneThatDoesNotFailCostsNothing() {
        call(false, A, B);
        assertThat(views).containsExactlyElementsOf(calls);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whenTheTimeIsOverItIsNotMadeAgain(boolean observed) throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        refused(1);
        script.add(() -> Uni.createFrom().<String> nothing().onCancellation().invoke(() -> cancelled.complete(null)));
        ClientMethod<String, String> echo = method(options(observed, new FixedDiscovery(List.of(A, B))));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)), "hi")))
                .hasMessage(
                        "Echo.echo to 10.0.0.2:2: no reply within 1000 ms (attempt 2, as the one before failed at 10.0.0.1:1)");

        cancelled.get(10, TimeUnit.SECONDS);
        assertThat(wentTo).containsExactly(A, B);
        if (observed) {
            assertThat(attemptEnds).extracting(CallEnd::kind).containsExactly(ErrorKind.CONNECT, ErrorKind.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aFailureAfterTheDeadlineIsNotTriedAgainThoughTheTimerHasNotFired(boolean observed) {
        script.add(() -> {
            while (!views.get(0).deadline().hasPassed()) {
                Thread.onSpinWait(); // the timer runs on this thread
            }
            return failing(ErrorKind.CONNECT, true);
        });
        ClientMethod<String, String> echo = method(options(observed, new FixedDiscovery(List.of(A, B))));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(20)), "hi")))
                .hasMessage("it was CONNECT");
        assertThat(wentTo).containsExactly(A);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aCallThatIsGivenUpIsNotMadeAgain(boolean observed) throws Exception {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        refused(1);
        script.add(() -> {
            waiting.complete(null);
            return Uni.createFrom().<String> nothing().onCancellation().invoke(() -> cancelled.complete(null));
        });

        Cancellable call = method(options(observed, new FixedDiscovery(List.of(A, B)))).call(CallOptions.DEFAULT, "hi")
                .subscribe().with(item -> {
                });
        waiting.get(10, TimeUnit.SECONDS);
        call.cancel();

        cancelled.get(10, TimeUnit.SECONDS);
        assertThat(wentTo).containsExactly(A, B);
        assertThat(callEnds).extracting(CallEnd::outcome).containsExactly(Outcome.CANCELLED);
        if (observed) {
            assertThat(attemptEnds).extracting(CallEnd::outcome).containsExactly(Outcome.FAILURE, Outcome.CANCELLED);
        }
    }

    /** Keeps who asked, so that a test can tell it whatever, however often. */
    private static final class Unruly extends AbstractUni<String> {

        private volatile UniSubscriber<? super String> subscriber;

        @Override
        public void subscribe(UniSubscriber<? super String> subscriber) {
            this.subscriber = subscriber;
            subscriber.onSubscribe(() -> {
            });
        }
    }

    @Test
    void aLateOutcomeOfAnEarlierAttemptTouchesNothing() throws Exception {
        Unruly first = new Unruly();
        Unruly second = new Unruly();
        CompletableFuture<Void> atSecond = new CompletableFuture<>();
        script.add(() -> first);
        script.add(() -> {
            atSecond.complete(null);
            return second;
        });
        CompletableFuture<String> reply = method(options(true, new FixedDiscovery(List.of(A, B))))
                .call(CallOptions.DEFAULT, "hi").subscribeAsCompletionStage();

        Await.until("the first attempt", () -> first.subscriber != null);
        first.subscriber.onFailure(failure(ErrorKind.CONNECT, true));
        atSecond.get(10, TimeUnit.SECONDS);
        Await.until("the second attempt", () -> second.subscriber != null);
        first.subscriber.onItem("late");
        first.subscriber.onFailure(failure(ErrorKind.CONNECT, true));
        assertThat(reply).isNotDone();
        second.subscriber.onItem("in time");

        assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo("in time");
        assertThat(wentTo).containsExactly(A, B);
        assertThat(attemptEnds).extracting(CallEnd::outcome).containsExactly(Outcome.FAILURE, Outcome.SUCCESS);
    }

    @Test
    void anAttemptThatFailsOnAnotherThreadIsFollowedOnTheCallsEventLoop() {
        script.add(() -> Uni.createFrom().<String> emitter(emitter -> new Thread(
                () -> emitter.fail(failure(ErrorKind.CONNECT, true))).start()));
        assertThat(call(true, A, B)).isEqualTo("hi"); // the wire looks where it is called
        assertThat(wentTo).containsExactly(A, B);
    }

    @Test
    void anExceptionOfItsOwnTypeIsLeftAsItIs() {
        refused(1);
        script.add(() -> Uni.createFrom().failure(new IllegalStateException("declared")));
        assertThatThrownBy(() -> call(false, A, B)).isInstanceOf(IllegalStateException.class).hasMessage("declared");
    }

    @Test
    void whatProcessedTheRequestAtLastIsTheFailure() {
        refused(1);
        script.add(() -> failing(ErrorKind.CONNECTION_CLOSED, false));
        VoloException failure = failureOf(false, A, B);
        assertThat(failure).hasMessage("it was CONNECTION_CLOSED (2 attempts, at 10.0.0.1:1, 10.0.0.2:2)");
        assertThat(failure.isUnprocessed()).isFalse();
        assertThat(wentTo).containsExactly(A, B);
    }

    @Test
    void aStreamThatIsNotOpenedIsTriedElsewhere() throws Exception {
        Queue<Boolean> refuses = new ArrayDeque<>(List.of(true, false));
        ClientMethod<String, Multi<String>> ticks = ClientPipeline.prepare(FakeMethod.echo(CallKind.SERVER_STREAMING),
                options(true, new FixedDiscovery(List.of(A, B))), LOOPS, (context, request) -> refuses.remove()
                        ? Uni.createFrom().failure(failure(ErrorKind.CONNECT, true))
                        : Uni.createFrom().item(Multi.createFrom().items("a", "b")));

        Multi<String> opened = await(ticks.call(CallOptions.DEFAULT, "go"));
        assertThat(attemptEnds).extracting(CallEnd::outcome).containsExactly(Outcome.FAILURE);
        assertThat(await(opened.collect().asList())).containsExactly("a", "b");
        Await.until("the second attempt's end", () -> attemptEnds.size() == 2);
        assertThat(attemptEnds).extracting(CallEnd::outcome).containsExactly(Outcome.FAILURE, Outcome.SUCCESS);
    }

    /** Knows nobody, or fails when it is asked for the second time. */
    private static final class BadDiscovery implements Discovery {

        private boolean asked;

        @Override
        public List<Address> instances() {
            if (asked) {
                throw new IllegalStateException("no more");
            }
            asked = true;
            return List.of(A);
        }

        @Override
        public Lookup lookUp(InstancesCallback callback) {
            throw new AssertionError("it knows some");
        }

        @Override
        public void listen(Consumer<Change> listener) {
        }

        @Override
        public void close() {
        }
    }

    @Test
    void whatTheDiscoveryThrowsDoesNotHideTheFailure() {
        refused(1);
        assertThatThrownBy(() -> await(method(options(false, new BadDiscovery())).call(CallOptions.DEFAULT, "hi")))
                .hasMessage("it was CONNECT").hasSuppressedException(new IllegalStateException("no more"));
    }

    @Test
    void withoutTheTimeoutLayerAroundItItDoesTheSame() {
        refused(1);
        Service<String, String> service = new RetryLayer(excluded -> excluded.contains(A) ? B : A, false)
                .<String, String> around(this::wireOnAnyThread);
        RpcContext context = new RpcContext(Role.CLIENT, FakeMethod.echo(CallKind.UNARY),
                ((VertxInternal) VERTX).getEventLoopGroup().next());
        assertThat(await(service.call(context, "hi"))).isEqualTo("hi");
        assertThat(wentTo).hasSize(2).endsWith(B);
    }

    @Test
    void afterAFailedConnectItGoesWhereNoAttemptHasBeen() {
        foundClosed(1);
        refused(1);
        List<Collection<Address>> excluded = new CopyOnWriteArrayList<>();
        Service<String, String> service = new RetryLayer(tried -> {
            excluded.add(tried);
            return tried.isEmpty() ? B : C;
        }, false).<String, String> around(this::wireOnAnyThread);
        RpcContext context = new RpcContext(Role.CLIENT, FakeMethod.echo(CallKind.UNARY),
                ((VertxInternal) VERTX).getEventLoopGroup().next());
        assertThat(await(service.call(context, "hi"))).isEqualTo("hi");
        assertThat(wentTo).containsExactly(A, B, C);
        assertThat(excluded).containsExactly(List.of(), List.of(A, B));
    }

    private Uni<String> wireOnAnyThread(RpcContext context, String request) {
        if (context.callee().address() == null) {
            context.callee(context.callee().at(A));
        }
        return wire(context, request);
    }
}
