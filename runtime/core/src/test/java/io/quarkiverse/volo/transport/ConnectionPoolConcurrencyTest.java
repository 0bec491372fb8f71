package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.transport.ConnectionPool.Counts;

/** Many loops ask, give back, cancel, and lose connections at random: the cap holds, and nobody and nothing gets lost. */
class ConnectionPoolConcurrencyTest {

    private static final Address PEER = Address.of("10.0.0.1", 8888);
    private static final int LOOPS = 4;
    private static final int CALLERS_PER_LOOP = 12;
    private static final int CALLS_PER_CALLER = 300;
    private static final int CALLS = LOOPS * CALLERS_PER_LOOP * CALLS_PER_CALLER;
    private static final int CAP = 3;
    /** A little less than what all callers together need. */
    private static final int MAX_WAITING = 40;

    private final List<EventLoop> loops = Stream.generate(() -> (EventLoop) new DefaultEventLoop()).limit(LOOPS).toList();
    private final EventLoop elsewhere = new DefaultEventLoop();
    private final ConnectionPool<FakeConnection> pool = new ConnectionPool<>(PoolOptions.DEFAULT.withBounds(CAP, MAX_WAITING),
            this::open);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Set<FakeConnection> inUse = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ended = new CountDownLatch(CALLS);

    @AfterEach
    void shutDown() {
        Stream.concat(loops.stream(), Stream.of(elsewhere)).forEach(loop -> loop.shutdownGracefully(0, 0, TimeUnit.SECONDS));
    }

    @RepeatedTest(3)
    void losesNoCallAndNoPermit() throws Exception {
        for (EventLoop loop : loops) {
            for (int i = 0; i < CALLERS_PER_LOOP; i++) {
                loop.execute(() -> call(loop, CALLS_PER_CALLER));
            }
        }
        assertThat(ended.await(60, TimeUnit.SECONDS)).as("calls without an end: %d", ended.getCount()).isTrue();
        for (EventLoop loop : loops) {
            loop.submit(() -> {
            }).sync();
        }
        // What cancelled calls had asked for may still be on its way.
        Await.until("the pool has come to rest", () -> {
            Counts counts = pool.counts(PEER);
            return counts.waiting() == 0 && counts.idle() == counts.open() && counts.open() == open.get();
        });
        assertThat(wrong).isEmpty();
        assertThat(connected.get() + failed.get() + cancelled.get()).isEqualTo(CALLS);
        assertThat(failed.get()).isPositive();
        assertThat(cancelled.get()).isPositive();
        assertThat(connected.get()).isGreaterThan(CALLS / 4);
        pool.close();
        assertThat(pool.counts(PEER)).isEqualTo(new Counts(0, 0, 0));
    }

    private void call(EventLoop loop, int remaining) {
        if (remaining == 0) {
            return;
        }
        var call = new Call(loop, remaining);
        Lease lease = pool.lease(PEER, loop, call);
        if (ThreadLocalRandom.current().nextInt(4) == 0) {
            elsewhere.execute(() -> {
                lease.cancel();
                call.cancelled();
            });
        }
    }

    private void open(Address address, EventLoop loop, ConnectionCallback<FakeConnection> callback) {
        check(open.incrementAndGet() <= CAP, "more connections than the cap");
        check(loop.inEventLoop(), "opened on another thread");
        Random random = ThreadLocalRandom.current();
        loop.schedule(() -> {
            if (random.nextInt(10) == 0) {
                open.decrementAndGet();
                callback.failed(new VoloException(ErrorKind.CONNECT, "refused", null, true));
            } else {
                callback.connected(new FakeConnection(loop, numbers.incrementAndGet()));
            }
        }, random.nextInt(200), TimeUnit.MICROSECONDS);
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }

    /** Holds its connection for a while, then gives it back or lets it die. */
    private final class Call implements ConnectionCallback<FakeConnection> {

        private final EventLoop loop;
        private final AtomicBoolean told = new AtomicBoolean();

        private final int remaining;

        Call(EventLoop loop, int remaining) {
            this.loop = loop;
            this.remaining = remaining;
        }

        @Override
        public void connected(FakeConnection connection) {
            check(inUse.add(connection), connection + " serves two calls");
            told(connected);
            connection.loop.schedule(() -> endUse(connection), ThreadLocalRandom.current().nextInt(100), TimeUnit.MICROSECONDS);
        }

        private void endUse(FakeConnection connection) {
            inUse.remove(connection);
            if (ThreadLocalRandom.current().nextInt(10) == 0) {
                connection.alive = false;
                open.decrementAndGet();
                pool.closed(connection);
            } else {
                pool.release(connection);
            }
        }

        @Override
        public void failed(VoloException failure) {
            told(failed);
        }

        private void told(AtomicInteger outcome) {
            check(loop.inEventLoop(), "called back on another thread");
            end(outcome);
        }

        /** The cancellation may have come too late, then the callback has been called or is being called. */
        void cancelled() {
            loop.execute(() -> {
                if (!told.get()) {
                    end(cancelled);
                }
            });
        }

        private void end(AtomicInteger outcome) {
            check(told.compareAndSet(false, true), "told twice");
            outcome.incrementAndGet();
            ended.countDown();
            loop.schedule(() -> call(loop, remaining - 1), ThreadLocalRandom.current().nextInt(100), TimeUnit.MICROSECONDS);
        }
    }
}
