package io.quarkiverse.volo.grpc.client;

import static io.quarkiverse.volo.grpc.client.Caller.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** How many connections there are, when another one is opened, and what becomes of calls when one goes. */
@ExtendWith(FailOnBufferLeak.class)
class ConnectionsTest {

    private static Caller caller(PoolOptions pooling, RawServer server) {
        return new Caller(GrpcClientOptions.DEFAULT, all -> all, pooling, server.address());
    }

    private static CompletableFuture<String> begin(Caller caller, String text) {
        return caller.unary(text).subscribeAsCompletionStage();
    }

    @Test
    void callsShareAConnection() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int first = wire.request();
            int second = wire.request();
            wire.answer(second);
            wire.answer(first);
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            var first = begin(caller, "1");
            var second = begin(caller, "2");
            assertThat(first).succeedsWithin(Caller.PATIENCE);
            assertThat(second).succeedsWithin(Caller.PATIENCE);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void anotherConnectionIsOpenedWhenStreamsRunOut() {
        CountDownLatch both = new CountDownLatch(2);
        try (RawServer server = new RawServer(wire -> {
            wire.greet(1);
            int stream = wire.request();
            both.countDown();
            awaitLatch(both);
            wire.answer(stream);
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            var first = begin(caller, "1");
            var second = begin(caller, "2");
            assertThat(first).succeedsWithin(Caller.PATIENCE);
            assertThat(second).succeedsWithin(Caller.PATIENCE);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void callsWaitForAStreamWhereNoMoreConnectionsMayBe() {
        AtomicInteger streams = new AtomicInteger();
        try (RawServer server = new RawServer(wire -> {
            wire.greet(1);
            while (true) {
                int stream = wire.request();
                streams.incrementAndGet();
                wire.answer(stream);
            }
        }); Caller caller = caller(PoolOptions.DEFAULT.withBounds(1, 100).withWaitTimeout(Caller.PATIENCE), server)) {
            List<String> all = await(Multi.createFrom().range(0, 20).onItem()
                    .transformToUni(i -> caller.unary("" + i)).merge(20));
            assertThat(all).hasSize(20);
            assertThat(streams).hasValue(20);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void noStreamAtAllIsALimitToo() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(0);
            wire.readToEnd();
        }); Caller caller = caller(PoolOptions.DEFAULT.withBounds(1, 100).withWaitTimeout(Duration.ofMillis(100)), server)) {
            assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(VoloException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.OVERLOAD));
        }
    }

    @Test
    void aRefusedCallIsMadeAgain() {
        AtomicInteger refused = new AtomicInteger();
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            wire.reset(wire.request(), 7);
            refused.incrementAndGet();
            wire.answer(wire.request());
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThat(await(caller.unary("x"))).isEqualTo("a");
            assertThat(refused).hasValue(1);
        }
    }

    @Test
    void aStreamOfRequestsIsNotMadeAgain() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            wire.reset(wire.request(), 7);
            wire.answer(wire.request());
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.collect(CallOptions.DEFAULT, Multi.createFrom().items("a", "b"))))
                    .isInstanceOfSatisfying(VoloException.class, failure -> assertThat(failure.isUnprocessed()).isFalse())
                    .hasMessageContaining("the peer refused the stream");
        }
    }

    @Test
    void aConnectionThatGoesAwayLosesNoCall() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int first = wire.request();
            if (wire.number == 1) {
                int second = wire.request();
                assertThat(second).isGreaterThan(first);
                wire.goAway(first, 0);
            }
            wire.answer(first);
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            var first = begin(caller, "1");
            var second = begin(caller, "2");
            assertThat(first).as("goes on").succeedsWithin(Caller.PATIENCE);
            assertThat(second).as("is made again").succeedsWithin(Caller.PATIENCE);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void aConnectionThatGoesAwayIsClosedAfterItsLastCall() {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int stream = wire.request();
            wire.goAway(Integer.MAX_VALUE, 0);
            wire.answer(stream);
            wire.readToEnd();
            closed.complete(true);
        }); Caller caller = new Caller(server.address())) {
            assertThat(await(caller.unary("x"))).isEqualTo("a");
            assertThat(closed).succeedsWithin(Caller.PATIENCE);
        }
    }

    @Test
    void aConnectionThatIsNotUsedIsClosed() {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        GrpcClientOptions options = GrpcClientOptions.DEFAULT.withLifetime(Duration.ofMillis(100), Duration.ofMinutes(1));
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            wire.answer(wire.request());
            wire.readToEnd();
            closed.complete(true);
        }); Caller caller = new Caller(options, all -> all, server.address())) {
            assertThat(await(caller.unary("x"))).isEqualTo("a");
            assertThat(closed).succeedsWithin(Caller.PATIENCE);
        }
    }

    @Test
    void anOldConnectionTakesNoMoreCalls() {
        GrpcClientOptions options = GrpcClientOptions.DEFAULT.withLifetime(Duration.ofMinutes(1), Duration.ofNanos(1));
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            wire.answer(wire.request());
            wire.readToEnd();
        }); Caller caller = new Caller(options, all -> all, server.address())) {
            assertThat(await(caller.unary("x"))).isEqualTo("a");
            assertThat(await(caller.unary("x"))).isEqualTo("a");
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void aPeerThatGivesNoSignOfLifeIsGivenUp() {
        GrpcClientOptions options = GrpcClientOptions.DEFAULT.withKeepAlive(Duration.ofMillis(50), Duration.ofMillis(50));
        CompletableFuture<Integer> pinged = new CompletableFuture<>();
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            wire.request();
            pinged.complete(wire.read(RawServer.PING).type());
            wire.readToEnd();
        }); Caller caller = new Caller(options, all -> all, server.address())) {
            assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(VoloException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED))
                    .hasMessageContaining("no answer to a ping after 50 ms");
            assertThat(pinged).isDone();
        }
    }

    @Test
    void aConnectionOnWhichNothingComesAfterATimeoutIsUsedNoMore() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int stream = wire.request();
            if (wire.number > 1) {
                wire.answer(stream);
            }
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            CallOptions hurried = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(100));
            assertThatThrownBy(() -> await(caller.unary(hurried, "x"))).hasMessageContaining("no reply within 100 ms");
            Await.until("another connection", () -> {
                try {
                    await(caller.unary(hurried, "x"));
                } catch (VoloException e) {
                    return false;
                }
                return true;
            });
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void grpcJavaThatShutsDownLosesNoCall() {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> mayEnd = new CompletableFuture<>();
        try (JavaServer server = new JavaServer(); Caller caller = new Caller(server.address())) {
            server.unary = (request, reply) -> {
                begun.complete(true);
                mayEnd.join();
                reply.onNext(request);
                reply.onCompleted();
            };
            var call = begin(caller, "x");
            assertThat(begun).succeedsWithin(Caller.PATIENCE);
            server.shutdown();
            mayEnd.complete(true);
            assertThat(call).succeedsWithin(Caller.PATIENCE).isEqualTo("x");
        }
    }

    @Test
    void theOtherAddressIsTriedWhereNobodyListens() {
        RawServer gone = new RawServer(wire -> {
        });
        gone.close();
        try (JavaServer server = new JavaServer(); Caller caller = new Caller(gone.address(), server.address())) {
            Uni<String> twice = caller.unary("1").flatMap(ignored -> caller.unary("2"));
            assertThat(await(twice)).isEqualTo("2");
        }
    }

    @Test
    void unknownMethodsAreUnimplemented() {
        try (JavaServer server = new JavaServer(); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.unknown("x"))).isInstanceOf(StatusRuntimeException.class)
                    .hasMessageStartingWith("UNIMPLEMENTED");
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
