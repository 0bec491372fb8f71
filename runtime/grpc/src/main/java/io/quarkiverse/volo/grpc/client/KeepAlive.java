package io.quarkiverse.volo.grpc.client;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Asks a silent peer for a sign of life while it has calls, and gives the connection up if there is none. On the connection's
 * event loop.
 */
final class KeepAlive {

    private static final long PING = 0x766f6c6f;

    private final GrpcClientConnection connection;
    private final long timeNanos;
    private final long timeoutNanos;
    private @Nullable ScheduledFuture<?> timer;
    private int readsBefore;

    /** @param time zero: never */
    KeepAlive(GrpcClientConnection connection, Duration time, Duration timeout) {
        this.connection = connection;
        this.timeNanos = time.toNanos();
        this.timeoutNanos = timeout.toNanos();
    }

    /** A call begins; does nothing if it looks already. */
    void start() {
        if (timeNanos > 0 && timer == null) {
            lookAfter(timeNanos, this::look);
        }
    }

    private void lookAfter(long nanos, Runnable look) {
        readsBefore = connection.reads();
        timer = connection.eventLoop().schedule(look, nanos, TimeUnit.NANOSECONDS);
    }

    private void look() {
        timer = null;
        if (connection.streams() == 0) {
            return;
        }
        if (connection.reads() == readsBefore) {
            connection.ping(PING);
            lookAfter(timeoutNanos, this::lookForAnswer);
        } else {
            lookAfter(timeNanos, this::look);
        }
    }

    private void lookForAnswer() {
        timer = null;
        if (connection.reads() == readsBefore) {
            connection.dead("no answer to a ping after " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms");
        } else {
            lookAfter(timeNanos, this::look);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
