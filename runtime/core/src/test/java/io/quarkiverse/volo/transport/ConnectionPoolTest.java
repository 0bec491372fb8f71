package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.transport.ConnectionPool.Counts;

class ConnectionPoolTest {

    private static final Address PEER = Address.of("10.0.0.1", 8888);

    private final EventLoop one = new DefaultEventLoop();
    private final EventLoop two = new DefaultEventLoop();
    private final Dialer dialer = new Dialer();
    private ConnectionPool<FakeConnection> pool = pool(2, 2);

    @AfterEach
    void shutDown() {
        one.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        two.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    @Test
    void opensAConnectionOnTheCallersLoop() {
        FakeConnection connection = lease(one).connection();
        assertThat(connection.eventLoop()).isSameAs(one);
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void keepsAddressesApart() {
        lease(one).connection();
        Wait other = lease(Address.of("10.0.0.2", 8888), one);
        assertThat(other.connection().number).isEqualTo(2);
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void prefersTheIdleConnectionOfItsOwnLoopThatWasUsedLast() {
        FakeConnection first = lease(one).connection();
        FakeConnection last = lease(one).connection();
        release(first);
        release(last);
        assertThat(lease(one).connection()).isSameAs(last);
        assertThat(lease(one).connection()).isSameAs(first);
        assertThat(dialer.opened).isEqualTo(2);
    }

    @Test
    void opensAConnectionHereRatherThanTakingOneOfAnotherLoop() {
        release(lease(one).connection());
        assertThat(lease(two).connection().eventLoop()).isSameAs(two);
    }

    @Test
    void takesTheIdleConnectionOfAnotherLoopOnceTheCapIsReached() {
        FakeConnection first = lease(one).connection();
        FakeConnection second = lease(one).connection();
        release(first);
        release(second);
        Wait wait = lease(two);
        assertThat(wait.connection()).as("the one that loop one would use last").isSameAs(first);
        assertThat(wait.calledBackOn).isSameAs(two);
        release(first);
        assertThat(lease(one).connection()).as("it went back to its own loop").isSameAs(first);
    }

    @Test
    void servesWaitingCallsInTheOrderTheyCame() {
        FakeConnection first = lease(one).connection();
        FakeConnection second = lease(one).connection();
        Wait earlier = lease(two);
        Wait later = lease(one);
        assertThat(earlier.isPending() && later.isPending()).isTrue();
        release(second);
        assertThat(earlier.connection()).isSameAs(second);
        assertThat(earlier.calledBackOn).isSameAs(two);
        assertThat(later.isPending()).isTrue();
        release(first);
        assertThat(later.connection()).isSameAs(first);
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(2, 0, 0));
    }

    @Test
    void refusesACallWhenTooManyWait() {
        lease(one).connection();
        lease(one).connection();
        lease(one);
        lease(two);
        VoloException failure = lease(two).failure();
        assertThat(failure.kind()).isEqualTo(ErrorKind.OVERLOAD);
        assertThat(failure.isUnprocessed()).isTrue();
        assertThat(failure).hasMessage(
                "connections to 10.0.0.1:8888: all 2 are in use and 2 calls wait (limits: max-connections, max-waiting)");
    }

    @Test
    void failsACallThatWaitsTooLong() {
        pool = pool(PoolOptions.DEFAULT.withBounds(1, 2).withWaitTimeout(Duration.ofMillis(20)));
        FakeConnection busy = lease(one).connection();
        VoloException failure = lease(two).failure();
        assertThat(failure.kind()).isEqualTo(ErrorKind.OVERLOAD);
        assertThat(failure.isUnprocessed()).isTrue();
        assertThat(failure).hasMessage("connections to 10.0.0.1:8888: none of 1 came free within 20 ms"
                + " (limits: max-connections, wait-timeout)");
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 0, 0));
        release(busy);
        assertThat(pool.counts(PEER)).as("nobody waits for it any more").isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void closesConnectionsThatAreUnusedButForThoseThatStay() {
        pool = pool(PoolOptions.DEFAULT.withMinIdle(1));
        FakeConnection first = lease(one).connection();
        FakeConnection second = lease(two).connection();
        FakeConnection inUse = lease(one).connection();
        release(first);
        release(second);
        for (FakeConnection connection : List.of(inUse, first, second)) {
            run(connection.loop, () -> {
                pool.expired(connection);
                return null;
            });
        }
        assertThat(inUse.closed).as("in use").isFalse();
        assertThat(first.closed).as("one too many").isTrue();
        assertThat(second.closed).as("the one that stays").isFalse();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(2, 1, 0));
    }

    @Test
    void closesConnectionsThatAreTooOldThoughSomeStay() {
        pool = pool(PoolOptions.DEFAULT.withMinIdle(1));
        FakeConnection old = lease(one).connection();
        release(old);
        old.alive = false;
        run(one, () -> {
            pool.expired(old);
            return null;
        });
        assertThat(old.closed).isTrue();
        assertThat(pool.known()).isZero();
    }

    @Test
    void makesRoomWhenAWaitingCallIsCancelled() {
        FakeConnection first = lease(one).connection();
        lease(one).connection();
        Wait cancelled = lease(one);
        Wait served = lease(two);
        cancelled.lease.cancel();
        assertThat(pool.counts(PEER).waiting()).isEqualTo(1);
        release(first);
        assertThat(served.connection()).isSameAs(first);
        assertThat(cancelled.isPending()).isTrue();
    }

    @Test
    void givesTheConnectionOfACancelledCallToTheNextOne() {
        dialer.hold = true;
        Wait cancelled = lease(one);
        lease(one);
        Wait next = lease(one);
        cancelled.lease.cancel();
        dialer.held.get(0).succeed();
        assertThat(next.connection().number).isEqualTo(1);
        assertThat(cancelled.isPending()).isTrue();
    }

    @Test
    void passesOnWhatIsOnItsWayToACallThatIsCancelled() throws Exception {
        FakeConnection released = lease(one).connection();
        FakeConnection dying = lease(one).connection();
        Wait toGetTheReleased = lease(two);
        Wait toConnect = lease(two);
        var busy = new CountDownLatch(1);
        two.execute(() -> assertThatCode(busy::await).doesNotThrowAnyException());
        release(released);
        run(one, () -> {
            pool.closed(dying);
            return null;
        });
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(2, 0, 0));
        toGetTheReleased.lease.cancel();
        toConnect.lease.cancel();
        busy.countDown();
        assertThat(toGetTheReleased.isPending() && toConnect.isPending()).isTrue();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 1, 0));
        assertThat(dialer.opened).isEqualTo(2);
    }

    @Test
    void keepsTheConnectionOfACancelledCallIfNobodyWaits() {
        dialer.hold = true;
        lease(one).lease.cancel();
        dialer.held.get(0).succeed();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void tellsOnlyTheCallThatConnectedThatConnectingFailed() {
        dialer.hold = true;
        Wait failed = lease(one);
        Wait waits = lease(one);
        Wait next = lease(two);
        dialer.held.get(0).fail();
        assertThat(failed.failure()).hasMessage("refused");
        run(two, () -> null);
        assertThat(dialer.held).as("the next call connects on its own loop").hasSize(3);
        dialer.held.get(2).succeed();
        assertThat(next.connection().eventLoop()).isSameAs(two);
        assertThat(waits.isPending()).isTrue();
        assertThat(pool.counts(PEER).open()).isEqualTo(2);
    }

    @Test
    void connectsForTheNextCallWhenALeasedConnectionDies() {
        FakeConnection dying = lease(one).connection();
        lease(one).connection();
        Wait waiting = lease(two);
        run(one, () -> {
            pool.closed(dying);
            pool.closed(dying);
            pool.release(dying);
            return null;
        });
        assertThat(waiting.connection().number).isEqualTo(3);
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(2, 0, 0));
    }

    @Test
    void forgetsAnIdleConnectionThatDies() {
        FakeConnection dying = lease(one).connection();
        release(dying);
        run(one, () -> {
            pool.closed(dying);
            return null;
        });
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(0, 0, 0));
        assertThat(lease(one).connection()).isNotSameAs(dying);
    }

    @Test
    void handsOutNoIdleConnectionThatIsFoundDead() {
        FakeConnection dead = lease(one).connection();
        release(dead);
        dead.alive = false;
        assertThat(lease(one).connection()).isNotSameAs(dead);
        assertThat(dead.closed).isTrue();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void closesAConnectionThatIsReleasedBroken() {
        FakeConnection broken = lease(one).connection();
        broken.alive = false;
        release(broken);
        assertThat(broken.closed).isTrue();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void takesAConnectionBackOnlyOnce() {
        FakeConnection connection = lease(one).connection();
        release(connection);
        release(connection);
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void closesTheConnectionOfAUserThatFails() {
        run(one, () -> pool.lease(PEER, one, new ConnectionCallback<>() {
            @Override
            public void connected(FakeConnection connection) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void failed(VoloException failure) {
                throw new AssertionError(failure);
            }
        }));
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void closesIdleConnectionsAtOnceAndLeasedOnesWhenTheyComeBack() {
        FakeConnection leased = lease(one).connection();
        FakeConnection idle = lease(two).connection();
        release(idle);
        pool.close();
        assertThat(idle.closed).isTrue();
        assertThat(leased.closed).isFalse();
        release(leased);
        assertThat(leased.closed).isTrue();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void failsCallsThatWaitWhenItIsClosedAndThoseThatComeLater() {
        pool = pool(1, 1);
        dialer.hold = true;
        Wait connects = lease(one);
        Wait waits = lease(two);
        pool.close();
        dialer.held.get(0).succeed();
        for (Wait wait : List.of(connects, waits, lease(one))) {
            assertThat(wait.failure()).hasMessage("connections to 10.0.0.1:8888: the client is closed");
            assertThat(wait.failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        }
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void closesTheIdleConnectionsOfADroppedAddressAtOnceAndLeasedOnesWhenTheyComeBack() {
        FakeConnection leased = lease(one).connection();
        FakeConnection idle = lease(two).connection();
        FakeConnection elsewhere = lease(Address.of("10.0.0.2", 8888), one).connection();
        release(idle);
        release(elsewhere);
        pool.drop(PEER);
        assertThat(idle.closed).isTrue();
        assertThat(leased.closed).isFalse();
        release(leased);
        assertThat(leased.closed).isTrue();
        assertThat(elsewhere.closed).isFalse();
    }

    @Test
    void failsCallsThatWaitForADroppedAddressSoThatTheyCanBeMadeElsewhere() {
        pool = pool(1, 2);
        FakeConnection busy = lease(one).connection();
        Wait waits = lease(two);
        pool.drop(PEER);
        VoloException failure = waits.failure();
        assertThat(failure).hasMessage("connections to 10.0.0.1:8888: the address is not offered any more");
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
        assertThat(failure.isUnprocessed()).isTrue();
        release(busy);
        assertThat(busy.closed).isTrue();
    }

    @Test
    void failsAllWhoWaitThoughOneOfThemFailsToo() {
        pool = pool(1, 2);
        lease(one).connection();
        run(one, () -> pool.lease(PEER, one, new ConnectionCallback<>() {
            @Override
            public void connected(FakeConnection connection) {
                throw new AssertionError("nobody released one");
            }

            @Override
            public void failed(VoloException failure) {
                throw new IllegalStateException("deliberate");
            }
        }));
        Wait behind = lease(one);
        run(one, () -> {
            pool.drop(PEER);
            return null;
        });
        assertThat(behind.failure()).hasMessageContaining("not offered any more");
    }

    @Test
    void dialsNoDroppedAddressForACallWhoseConnectionIsFoundDead() {
        pool = pool(1, 1);
        FakeConnection dying = lease(one).connection();
        Wait wait = lease(one);
        run(one, () -> {
            pool.release(dying);
            dying.alive = false;
            pool.drop(PEER);
            return null;
        });
        assertThat(wait.failure()).hasMessageContaining("not offered any more");
        assertThat(wait.failure().isUnprocessed()).isTrue();
        assertThat(dialer.opened).isEqualTo(1);
        assertThat(pool.known()).isZero();
    }

    @Test
    void dialsNoDroppedAddressForACallThatIsToConnectInThePlaceOfAnother() {
        pool = pool(1, 1);
        FakeConnection dying = lease(one).connection();
        Wait wait = lease(two);
        var busy = new CountDownLatch(1);
        two.execute(() -> assertThatCode(busy::await).doesNotThrowAnyException());
        run(one, () -> {
            pool.closed(dying);
            return null;
        });
        pool.drop(PEER);
        busy.countDown();
        assertThat(wait.failure()).hasMessageContaining("not offered any more");
        assertThat(dialer.opened).isEqualTo(1);
        assertThat(pool.known()).isZero();
    }

    @Test
    void keepsNoConnectionThatWasOnItsWayToADroppedAddress() {
        dialer.hold = true;
        Wait uses = lease(one);
        Wait givesUp = lease(two);
        pool.drop(PEER);
        givesUp.lease.cancel();
        dialer.held.forEach(Dialer.Held::succeed);
        assertThat(dialer.held.get(1).connection().closed).as("nobody wants it").isTrue();
        FakeConnection used = uses.connection();
        assertThat(used.closed).as("the call that it was opened for may use it").isFalse();
        release(used);
        assertThat(used.closed).isTrue();
        assertThat(pool.known()).isZero();
    }

    @Test
    void beginsAfreshWhenADroppedAddressComesBack() {
        FakeConnection old = lease(one).connection();
        pool.drop(PEER);
        FakeConnection fresh = lease(one).connection();
        release(old);
        release(fresh);
        assertThat(lease(one).connection()).isSameAs(fresh);
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void remembersNothingOfTenThousandAddressesThatCameAndWent() {
        for (int i = 0; i < 10_000; i++) {
            Address address = Address.of("10.0." + i / 250 + "." + i % 250, 8888);
            FakeConnection idle = lease(address, one).connection();
            FakeConnection leased = lease(address, one).connection();
            release(idle);
            pool.drop(address);
            release(leased);
        }
        assertThat(pool.known()).isZero();
        pool.drop(PEER); // one that it never knew
    }

    @Test
    void refusesLimitsThatCannotBe() {
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withBounds(0, 1)).hasMessage("max-connections: 0 (expected: at least 1)");
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withBounds(1, -1)).hasMessage("max-waiting: -1 (expected: at least 0)");
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withMinIdle(65))
                .hasMessage("min-idle: 65 (expected: 0-64, the maximum of connections)");
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withWaitTimeout(Duration.ZERO))
                .hasMessage("wait-timeout: PT0S (expected: more than zero)");
    }

    private ConnectionPool<FakeConnection> pool(int maxConnections, int maxWaiting) {
        return pool(PoolOptions.DEFAULT.withBounds(maxConnections, maxWaiting).withWaitTimeout(Duration.ofMinutes(1)));
    }

    private ConnectionPool<FakeConnection> pool(PoolOptions options) {
        return new ConnectionPool<>(options, dialer);
    }

    private Wait lease(EventLoop loop) {
        return lease(PEER, loop);
    }

    private Wait lease(Address address, EventLoop loop) {
        var wait = new Wait(loop);
        wait.lease = run(loop, () -> pool.lease(address, loop, wait));
        return wait;
    }

    private void release(FakeConnection connection) {
        run(connection.loop, () -> {
            pool.release(connection);
            return null;
        });
    }

    private static <T> T run(EventLoop loop, Callable<T> task) {
        try {
            return loop.submit(task).get(VertxForTests.SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** One call, and what it was told. */
    private static final class Wait implements ConnectionCallback<FakeConnection> {

        final EventLoop loop;
        final CompletableFuture<Object> outcome = new CompletableFuture<>();
        volatile EventLoop calledBackOn;
        Lease lease;

        Wait(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public void connected(FakeConnection connection) {
            told(connection);
        }

        @Override
        public void failed(VoloException failure) {
            told(failure);
        }

        private void told(Object what) {
            calledBackOn = loop.inEventLoop() ? loop : null;
            assertThat(outcome.complete(what)).as("told once").isTrue();
        }

        /** After the loop has done what it was told to. */
        boolean isPending() {
            run(loop, () -> null);
            return !outcome.isDone();
        }

        FakeConnection connection() {
            return (FakeConnection) outcome.orTimeout(VertxForTests.SECONDS, TimeUnit.SECONDS).join();
        }

        VoloException failure() {
            return (VoloException) outcome.orTimeout(VertxForTests.SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** Opens connections at once, or holds them for the test to decide. */
    private static final class Dialer implements ConnectionFactory<FakeConnection> {

        final List<Held> held = new ArrayList<>();
        boolean hold;
        int opened;

        record Held(FakeConnection connection, ConnectionCallback<FakeConnection> callback) {

            void succeed() {
                run(connection.loop, () -> {
                    callback.connected(connection);
                    return null;
                });
            }

            void fail() {
                run(connection.loop, () -> {
                    callback.failed(new VoloException(ErrorKind.CONNECT, "refused", null, true));
                    return null;
                });
            }
        }

        @Override
        public synchronized void open(Address address, EventLoop loop, ConnectionCallback<FakeConnection> callback) {
            assertThat(loop.inEventLoop()).isTrue();
            var connection = new FakeConnection(loop, ++opened);
            if (hold) {
                held.add(new Held(connection, callback));
            } else {
                callback.connected(connection);
            }
        }
    }
}
