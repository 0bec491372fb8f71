package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.Await;

/** Whom a call shares a connection with, and for what it waits. Each connection has room for two calls. */
class MultiplexPoolTest {

    private static final Address PEER = Address.of("10.0.0.1", 8888);

    private final EventLoop one = new DefaultEventLoop();
    private final EventLoop two = new DefaultEventLoop();
    private final List<Connection> opened = new ArrayList<>();
    private final List<ConnectionCallback<Connection>> dials = new ArrayList<>();
    private boolean hold;
    private MultiplexPool<Connection> pool = pool(PoolOptions.DEFAULT.withBounds(2, 2));

    private MultiplexPool<Connection> pool(PoolOptions options) {
        return new MultiplexPool<>(options, (address, loop, callback) -> {
            if (hold) {
                dials.add(callback);
            } else {
                callback.connected(open(loop));
            }
        });
    }

    private Connection open(EventLoop loop) {
        Connection connection = new Connection(loop);
        opened.add(connection);
        return connection;
    }

    @AfterEach
    void shutDown() {
        one.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        two.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    /** Without a socket, with room for two. */
    private static final class Connection implements SharedConnection {

        private final EventLoop loop;
        private int calls;
        private boolean draining;
        private boolean closed;
        private long unused;
        private Runnable changed = () -> {
        };

        Connection(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public EventLoop eventLoop() {
            return loop;
        }

        @Override
        public boolean isReusable() {
            return !draining && calls < 2;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void drain() {
            draining = true;
            changed.run();
        }

        @Override
        public boolean isDraining() {
            return draining;
        }

        @Override
        public long unusedNanos() {
            return unused;
        }

        @Override
        public void onChange(Runnable changed) {
            this.changed = changed;
        }

        void callEnds() {
            calls--;
            changed.run();
        }
    }

    /** A call: takes a place of the connection that it gets. */
    private static final class Call implements ConnectionCallback<Connection> {

        private @Nullable Connection connection;
        private @Nullable VoloException failure;
        private Lease lease = Lease.OVER;

        @Override
        public void connected(Connection given) {
            given.calls++;
            connection = given;
        }

        @Override
        public void failed(VoloException why) {
            failure = why;
        }

        private boolean isWaiting() {
            return connection == null && failure == null;
        }
    }

    private static <T> T on(EventLoop loop, Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, loop).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void run(EventLoop loop, Runnable task) {
        CompletableFuture.runAsync(task, loop).orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** So that what was handed to the loop is done. */
    private void settle() {
        run(one, () -> {
        });
        run(two, () -> {
        });
    }

    private Call call(EventLoop loop) {
        return on(loop, () -> {
            Call call = new Call();
            call.lease = pool.lease(PEER, loop, call);
            return call;
        });
    }

    private static void assertFailed(Call call, ErrorKind kind, String message) {
        assertThat(call.failure).hasMessage(message);
        assertThat(call.failure.kind()).isEqualTo(kind);
        assertThat(call.failure.isUnprocessed()).isTrue();
    }

    @Test
    void callsOfOneEventLoopShareAConnection() {
        assertThat(call(one).connection).isSameAs(call(one).connection).isNotNull();
        assertThat(opened).hasSize(1);
    }

    @Test
    void eachEventLoopHasItsOwn() {
        assertThat(call(one).connection.loop).isSameAs(one);
        assertThat(call(two).connection.loop).isSameAs(two);
    }

    @Test
    void callsThatComeWhileAConnectionIsOpenedWaitForThatOne() {
        hold = true;
        Call first = call(one);
        Call second = call(one);
        assertThat(dials).hasSize(1);

        run(one, () -> dials.get(0).connected(open(one)));

        assertThat(first.connection).isSameAs(second.connection).isNotNull();
        assertThat(dials).hasSize(1);
    }

    @Test
    void whenThereIsNoRoomAnotherOneIsOpenedAndThenCallsWaitInTheirOrder() {
        for (int i = 0; i < 4; i++) {
            assertThat(call(one).isWaiting()).isFalse();
        }
        Call first = call(one);
        Call second = call(one);
        assertThat(opened).hasSize(2);

        run(one, opened.get(1)::callEnds);

        assertThat(first.connection).isSameAs(opened.get(1));
        assertThat(second.isWaiting()).isTrue();
    }

    @Test
    void tooManyWaitingCallsAreRefused() {
        for (int i = 0; i < 6; i++) {
            call(one);
        }

        assertFailed(call(one), ErrorKind.OVERLOAD, "connections to 10.0.0.1:8888: none of 2 has room and 2 calls wait"
                + " (limits: max-connections, max-waiting)");
    }

    @Test
    void aCallThatWaitsForRoomTooLongFails() {
        pool = pool(PoolOptions.DEFAULT.withBounds(1, 2).withWaitTimeout(Duration.ofMillis(20)));
        call(one);
        call(one);
        Call waiting = call(one);

        Await.until("the call is told", () -> on(one, () -> !waiting.isWaiting()));

        assertFailed(waiting, ErrorKind.OVERLOAD, "connections to 10.0.0.1:8888: none of 1 came free within 20 ms"
                + " (limits: max-connections, wait-timeout)");
    }

    @Test
    void aCallThatWaitsNoMoreGetsNothing() {
        for (int i = 0; i < 4; i++) {
            call(one);
        }
        Call cancelled = call(one);
        Call next = call(one);

        run(one, cancelled.lease::cancel);
        run(one, opened.get(0)::callEnds);

        assertThat(cancelled.connection).isNull();
        assertThat(next.connection).isSameAs(opened.get(0));
    }

    @Test
    void ifTheFirstConnectionCannotBeOpenedAllWhoWaitForItAreTold() {
        hold = true;
        Call first = call(one);
        Call second = call(one);

        run(one, () -> dials.get(0).failed(new VoloException(ErrorKind.CONNECT, "refused", null, true)));

        assertFailed(first, ErrorKind.CONNECT, "refused");
        assertFailed(second, ErrorKind.CONNECT, "refused");
        hold = false;
        assertThat(call(one).isWaiting()).isFalse();
    }

    @Test
    void soAreTheyIfThePeerClosesItAtOnce() {
        hold = true;
        Call call = call(one);

        run(one, () -> {
            Connection closed = open(one);
            closed.drain();
            dials.get(0).connected(closed);
        });

        assertFailed(call, ErrorKind.CONNECT, "connect to 10.0.0.1:8888 failed: closed at once");
    }

    @Test
    void ifAFurtherOneCannotBeOpenedCallsWaitForRoom() {
        call(one);
        call(one);
        hold = true;
        Call third = call(one);

        run(one, () -> dials.get(0).failed(new VoloException(ErrorKind.CONNECT, "refused", null, true)));
        assertThat(third.isWaiting()).isTrue();
        run(one, opened.get(0)::callEnds);

        assertThat(third.connection).isSameAs(opened.get(0));
    }

    @Test
    void aConnectionThatDrainsGetsNoMoreCalls() {
        call(one);
        run(one, opened.get(0)::drain);

        assertThat(call(one).connection).isSameAs(opened.get(1));
    }

    @Test
    void whoWaitedForAConnectionThatDrainsGetsAnother() {
        for (int i = 0; i < 4; i++) {
            call(one);
        }
        Call waiting = call(one);

        run(one, opened.get(0)::drain);

        assertThat(waiting.connection).isSameAs(opened.get(2));
    }

    @Test
    void aConnectionThatWasUnusedForLongIsLookedAtFirst() {
        // A loop that can be asked to look at its sockets.
        EventLoop loop = new NioEventLoopGroup(1).next();
        call(loop);
        run(loop, () -> {
            opened.get(0).calls = 0;
            opened.get(0).unused = Duration.ofMinutes(1).toNanos();
        });

        Call call = on(loop, () -> {
            Call leasing = new Call();
            leasing.lease = pool.lease(PEER, loop, leasing);
            assertThat(leasing.isWaiting()).isTrue();
            // What the loop sees when it looks.
            opened.get(0).drain();
            return leasing;
        });

        Await.until("the call is told", () -> on(loop, () -> !call.isWaiting()));
        assertThat(call.connection).isSameAs(opened.get(1));
        loop.parent().shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    @Test
    void anAddressThatIsDroppedLosesItsConnectionsWhenTheyHaveNoCalls() {
        call(one);
        call(two);

        pool.drop(PEER);
        settle();

        assertThat(opened).allMatch(Connection::isDraining);
        assertThat(call(one).connection).isSameAs(opened.get(2));
    }

    @Test
    void whoWaitsAtAnAddressThatIsDroppedIsToldAndAConnectionOnItsWayIsClosed() {
        hold = true;
        Call waiting = call(one);

        pool.drop(PEER);
        settle();
        Connection tooLate = new Connection(one);
        run(one, () -> dials.get(0).connected(tooLate));

        assertFailed(waiting, ErrorKind.CONNECT, "connections to 10.0.0.1:8888: the address is not offered any more");
        assertThat(tooLate.closed).isTrue();
    }

    @Test
    void aClosedPoolServesNobody() {
        call(one);
        hold = true;
        call(one);
        Call waiting = call(one);

        pool.close();
        settle();

        assertThat(opened.get(0).draining).isTrue();
        assertFailed(waiting, ErrorKind.UNAVAILABLE, "connections to 10.0.0.1:8888: the client is closed");
        assertFailed(call(one), ErrorKind.UNAVAILABLE, "connections to 10.0.0.1:8888: the client is closed");
    }

    @Test
    void anAddressWithoutConnectionsIsForgotten() {
        call(one);
        assertThat(pool.known()).isEqualTo(1);

        run(one, opened.get(0)::drain);

        assertThat(pool.known()).isZero();
    }
}
