package io.quarkiverse.volo.thrift.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/** How long a connection may live, and how long unused. On the connection's event loop only. */
final class ConnectionLifetime {

    private final long idleNanos;
    private final long born = System.nanoTime();
    private final long ageNanos;
    private @Nullable ScheduledFuture<?> timer;
    private long lastUsed = born;

    ConnectionLifetime(Duration idleTimeout, Duration maxAge) {
        this.idleNanos = idleTimeout.toNanos();
        // So that connections that were opened together are not all renewed together.
        this.ageNanos = maxAge.toNanos() - ThreadLocalRandom.current().nextLong(maxAge.toNanos() / 10 + 1);
    }

    /** @param expired run when the connection has not been used for too long; it may be in use again by then */
    void start(EventLoop loop, Runnable expired) {
        lookAgain(loop, expired, idleNanos);
    }

    private void lookAgain(EventLoop loop, Runnable expired, long nanos) {
        timer = loop.schedule(() -> {
            long left = idleNanos - (System.nanoTime() - lastUsed);
            if (left <= 0) {
                expired.run();
            }
            lookAgain(loop, expired, left > 0 ? left : idleNanos);
        }, nanos, TimeUnit.NANOSECONDS);
    }

    void used() {
        lastUsed = System.nanoTime();
    }

    boolean isTooOld() {
        return System.nanoTime() - born > ageNanos;
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
