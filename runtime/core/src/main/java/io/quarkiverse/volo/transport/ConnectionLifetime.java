package io.quarkiverse.volo.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/** How long a client's connection may live, and how long unused. On the connection's event loop only. */
public final class ConnectionLifetime {

    private final long idleNanos;
    private final long born = System.nanoTime();
    private final long ageNanos;
    private @Nullable ScheduledFuture<?> timer;
    private long lastUsed = born;

    /** @param chance by which the maximum age is up to a tenth less */
    public ConnectionLifetime(Duration idleTimeout, Duration maxAge, RandomGenerator chance) {
        this.idleNanos = idleTimeout.toNanos();
        // So that connections that were opened together are not all renewed together.
        this.ageNanos = maxAge.toNanos() - chance.nextLong(maxAge.toNanos() / 10 + 1);
    }

    /** @param expired run when the connection has not been used for too long; it may be in use again by then */
    public void start(EventLoop loop, Runnable expired) {
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

    /** A call has just used it. */
    public void used() {
        lastUsed = System.nanoTime();
    }

    /** How old this one may grow. */
    long ageNanos() {
        return ageNanos;
    }

    /** Whether it has had its time; calls under way on it may go on. */
    public boolean isTooOld() {
        return System.nanoTime() - born > ageNanos;
    }

    /** Nothing expires any more. */
    public void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
