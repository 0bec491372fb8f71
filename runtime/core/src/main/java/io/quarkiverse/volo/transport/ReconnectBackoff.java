package io.quarkiverse.volo.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.EventLoops;

/**
 * Opens connections, and lets an address rest at which none could be opened: each failure doubles the pause, up to a longest
 * one, and what is wanted meanwhile fails at once with what failed last. A success ends it. Each event loop has its own pauses;
 * nothing of an address is kept when nobody has asked for it for as long as its pause was.
 */
public final class ReconnectBackoff<C extends PooledConnection> implements ConnectionFactory<C> {

    /** After a first failure: so short that a peer which restarts is not missed. */
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ConnectionFactory<C> factory;
    private final long longestNanos;
    private final RandomGenerator chance;
    /** The map of a loop is touched on that loop only. */
    private final ConcurrentMap<EventLoop, Map<Address, Pause>> loops = new ConcurrentHashMap<>();

    /** What failed last, and until when that is enough. */
    private record Pause(VoloException failure, long nanos, long since) {

        long left() {
            return nanos - (System.nanoTime() - since);
        }
    }

    /**
     * @param longest the longest pause; each is a fifth longer or shorter by chance
     * @param chance drawn on event loops
     */
    public ReconnectBackoff(ConnectionFactory<C> factory, Duration longest, RandomGenerator chance) {
        this.factory = factory;
        this.longestNanos = Math.max(FIRST_NANOS, longest.toNanos());
        this.chance = chance;
    }

    @Override
    public void open(Address address, EventLoop loop, ConnectionCallback<C> callback) {
        EventLoops.run(loop, () -> {
            Map<Address, Pause> pauses = loops.computeIfAbsent(loop, any -> new HashMap<>());
            Pause pause = pauses.get(address);
            long left = pause == null ? 0 : pause.left();
            if (pause != null && left > 0) {
                callback.failed(new VoloException(ErrorKind.CONNECT, pause.failure().getMessage() + " (not tried again for "
                        + TimeUnit.NANOSECONDS.toMillis(left) + " ms)", pause.failure(), true));
            } else {
                factory.open(address, loop, new Noting(address, loop, pauses, callback));
            }
        });
    }

    private Pause next(@Nullable Pause before, VoloException failure) {
        long doubled = before == null ? FIRST_NANOS : Math.min(longestNanos, 2 * before.nanos());
        long fifth = doubled / 5;
        return new Pause(failure, doubled - fifth + chance.nextLong(2 * fifth + 1), System.nanoTime());
    }

    /** For tests: how many addresses are known to fail. */
    int known() {
        return loops.values().stream().mapToInt(Map::size).sum();
    }

    private final class Noting implements ConnectionCallback<C> {

        private final Address address;
        private final EventLoop loop;
        private final Map<Address, Pause> pauses;
        private final ConnectionCallback<C> callback;

        Noting(Address address, EventLoop loop, Map<Address, Pause> pauses, ConnectionCallback<C> callback) {
            this.address = address;
            this.loop = loop;
            this.pauses = pauses;
            this.callback = callback;
        }

        @Override
        public void connected(C connection) {
            pauses.remove(address);
            callback.connected(connection);
        }

        @Override
        public void failed(VoloException failure) {
            Pause pause = next(pauses.get(address), failure);
            pauses.put(address, pause);
            loop.schedule(() -> pauses.remove(address, pause), 2 * pause.nanos(), TimeUnit.NANOSECONDS);
            callback.failed(failure);
        }
    }
}
