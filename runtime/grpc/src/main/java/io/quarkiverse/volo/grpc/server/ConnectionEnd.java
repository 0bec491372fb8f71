package io.quarkiverse.volo.grpc.server;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * Brings a connection to its end without losing a call, as RFC 9113, 6.8, has it: a first GOAWAY says that the end is near and
 * refuses nothing; a ping that the peer answers shows that it knows, and that all it had sent before is here; a second GOAWAY
 * then names the last stream that is served. The connection is closed when nothing is under way on it. Used on the connection's
 * event loop only.
 */
final class ConnectionEnd {

    /** For so long a peer may leave the ping unanswered. */
    static final long PATIENCE_SECONDS = 10;

    private static final long PING = 0x656E64; // "end"

    private final EventLoop loop;
    private final Ending connection;
    private boolean near;
    private boolean refusing;
    private boolean over;
    private @Nullable ScheduledFuture<?> timer;

    /** What is asked of a connection and told to it. */
    interface Ending {

        /** Whether calls are under way, or threads work on at some. */
        boolean isBusy();

        void sendGoAway(int lastStreamId);

        void sendPing(long data);

        /** The number of the last stream that the peer has opened. */
        int lastStream();

        /** Closes it when all that was written has left. */
        void closeInPeace();
    }

    ConnectionEnd(EventLoop loop, Ending connection) {
        this.loop = loop;
        this.connection = connection;
    }

    /** The end comes near. */
    void begin() {
        if (near) {
            return;
        }
        near = true;
        connection.sendGoAway(Integer.MAX_VALUE);
        connection.sendPing(PING);
        timer = loop.schedule(this::refuseMore, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void pingAnswered(long data) {
        if (near && data == PING) {
            refuseMore();
        }
    }

    private void refuseMore() {
        if (!refusing && !over) {
            refusing = true;
            stopTimer();
            connection.sendGoAway(connection.lastStream());
            consider();
        }
    }

    /** Closes the connection unless it is busy; whoever ends what it is busy with calls this again. */
    void consider() {
        if (refusing && !over) {
            // A stream counts until those who wait for its end have been told.
            loop.execute(this::closeIfDone);
        }
    }

    private void closeIfDone() {
        if (!over && !connection.isBusy()) {
            over = true;
            connection.closeInPeace();
        }
    }

    /** The connection has gone. */
    void stop() {
        over = true;
        stopTimer();
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
