package io.quarkiverse.volo.thrift.server;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * Closes a connection that is idle too long, or on which a message takes too long to arrive, and tells one that it has grown
 * old. Looks four times in the shortest of these times, so that a call costs it no more than setting a flag; what it does may
 * be late by a quarter of that time.
 */
final class ConnectionWatch {

    private final ConnectionOptions options;
    private final Watched connection;
    private @Nullable ScheduledFuture<?> timer;
    private final long born = System.nanoTime();
    private final long ageNanos;
    private boolean old;
    private boolean active;
    private long idleSince = born;
    private long incompleteSince;
    private boolean incomplete;

    /** What the watch asks of a connection and tells it; all on its event loop. */
    interface Watched {

        /** Whether calls are under way. */
        boolean isServing();

        /** It should not be used much longer; said once. */
        void grownOld();

        /** It is to be closed, for this reason. */
        void expired(String reason);
    }

    /** @param chance by which the maximum age is up to a tenth less */
    ConnectionWatch(ConnectionOptions options, Watched connection, RandomGenerator chance) {
        this.options = options;
        this.connection = connection;
        long maxAge = options.maxAge().toNanos();
        // So that connections that were opened together are not all renewed together.
        this.ageNanos = maxAge - chance.nextLong(maxAge / 10 + 1);
    }

    void start(EventLoop loop) {
        Duration shortest = Collections.min(List.of(options.idleTimeout(), options.frameTimeout(), options.maxAge()));
        long period = Math.max(1, shortest.toNanos() / 4);
        timer = loop.scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Bytes have come or gone. */
    void sawActivity() {
        active = true;
    }

    /** @param waiting whether the beginning of a message is there and its end is not */
    void messageIncomplete(boolean waiting) {
        if (waiting && !incomplete) {
            incompleteSince = System.nanoTime();
        }
        incomplete = waiting;
    }

    /** Whether the beginning of a message waited for its end until now. */
    boolean isMessageIncomplete() {
        return incomplete;
    }

    /** Since when, on the clock of {@link System#nanoTime()}. */
    long incompleteSince() {
        return incompleteSince;
    }

    private void look() {
        long now = System.nanoTime();
        if (!old && now - born > ageNanos) {
            old = true;
            connection.grownOld();
        }
        if (active || connection.isServing()) {
            active = false;
            idleSince = now;
        }
        if (incomplete && now - incompleteSince > options.frameTimeout().toNanos()) {
            connection.expired("a message took longer than " + options.frameTimeout().toMillis() + " ms to arrive");
        } else if (now - idleSince > options.idleTimeout().toNanos()) {
            connection.expired("nothing happened for " + options.idleTimeout().toMillis() + " ms");
        }
    }
}
