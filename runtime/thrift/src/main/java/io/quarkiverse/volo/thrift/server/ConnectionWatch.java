package io.quarkiverse.volo.thrift.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * Closes a connection that is idle too long, or on which a message takes too long to arrive. Looks four times in the shorter of
 * the two times, so that a call costs it no more than setting a flag; what it does may be late by a quarter of that time.
 */
final class ConnectionWatch {

    private final ConnectionOptions options;
    private final Watched connection;
    private @Nullable ScheduledFuture<?> timer;
    private boolean active;
    private long idleSince = System.nanoTime();
    private long incompleteSince;
    private boolean incomplete;

    /** What the watch asks of a connection and tells it; all on its event loop. */
    interface Watched {

        /** Whether calls are under way. */
        boolean isServing();

        /** It is to be closed, for this reason. */
        void expired(String reason);
    }

    ConnectionWatch(ConnectionOptions options, Watched connection) {
        this.options = options;
        this.connection = connection;
    }

    void start(EventLoop loop) {
        Duration shorter = options.idleTimeout().compareTo(options.frameTimeout()) < 0 ? options.idleTimeout()
                : options.frameTimeout();
        long period = Math.max(1, shorter.toNanos() / 4);
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
