package io.quarkiverse.volo.grpc.server;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * Pings a peer that is silent, and brings a connection to its end that is idle too long or has grown old. Looks four times in
 * the shortest of these times, so that a call costs it no more than setting a flag; what it does may be late by a quarter of
 * that time.
 */
final class ConnectionWatch {

    private static final long PING = 0x766F6C6F; // "volo"

    private final KeepaliveOptions keepalive;
    private final LifetimeOptions lifetime;
    private final Watched connection;
    private @Nullable ScheduledFuture<?> timer;
    private final long born = System.nanoTime();
    private final long ageNanos;
    private boolean old;
    private boolean read;
    private boolean called;
    private boolean pinged;
    private long silentSince = born;
    private long idleSince = born;

    /** What the watch asks of a connection and tells it; all on its event loop. */
    interface Watched {

        /** Whether calls are under way. */
        boolean isServing();

        void sendPing(long data);

        /** It should not be used any longer; may be said again. */
        void grownOld();

        /** It is to be closed, for this reason. */
        void expired(String reason);
    }

    /** @param chance by which the maximum age is up to a tenth less */
    ConnectionWatch(GrpcServerOptions options, Watched connection, RandomGenerator chance) {
        this.keepalive = options.keepalive();
        this.lifetime = options.lifetime();
        this.connection = connection;
        long maxAge = lifetime.maxAge().toNanos();
        // So that connections that were opened together are not all renewed together.
        this.ageNanos = maxAge - chance.nextLong(maxAge / 10 + 1);
    }

    void start(EventLoop loop) {
        Duration shortest = Collections.min(List.of(keepalive.interval(), keepalive.timeout(), lifetime.maxIdle(),
                lifetime.maxAge(), lifetime.maxAgeGrace()));
        long period = Math.max(1, shortest.toNanos() / 4);
        timer = loop.scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Bytes have come. */
    void sawRead() {
        read = true;
    }

    /** A call has ended. */
    void sawCall() {
        called = true;
    }

    private void look() {
        long now = System.nanoTime();
        if (read) {
            read = false;
            pinged = false;
            silentSince = now;
        }
        if (called || connection.isServing()) {
            called = false;
            idleSince = now;
        }
        lookAtAge(now);
        if (now - idleSince > lifetime.maxIdle().toNanos()) {
            connection.grownOld();
        }
        lookAtSilence(now - silentSince);
    }

    private void lookAtAge(long now) {
        long age = now - born;
        if (!old && age > ageNanos) {
            old = true;
            connection.grownOld();
        }
        if (old && age - ageNanos > lifetime.maxAgeGrace().toNanos()) {
            connection.expired("its calls had not ended " + lifetime.maxAgeGrace().toMillis() + " ms after its end was told");
        }
    }

    private void lookAtSilence(long silent) {
        if (!pinged && silent > keepalive.interval().toNanos()) {
            pinged = true;
            connection.sendPing(PING);
        } else if (pinged && silent > keepalive.interval().plus(keepalive.timeout()).toNanos()) {
            connection.expired("a ping was not answered within " + keepalive.timeout().toMillis() + " ms");
        }
    }
}
