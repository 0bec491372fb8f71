package io.quarkiverse.volo.thrift.server;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * Brings a connection to its end without losing a call: replies say that the end is near, what still arrives is served, and the
 * connection is closed when nothing is under way and nothing is to be expected. That depends on what the peer knows:
 *
 * <ul>
 * <li>one that was told, by a reply or a notice, begins no more calls and usually hangs up by itself; it is left a moment for
 * what it had sent before;
 * <li>one that speaks TTHeader and asks nothing cannot be told. In a hurry it is closed when it has been quiet for a moment,
 * else its next reply tells it;
 * <li>one without TTHeader can never be told. In a hurry it is closed with its reply, or when it has been quiet for a moment;
 * else when it has been quiet for longer.
 * </ul>
 *
 * Used on the connection's event loop only.
 */
final class ConnectionEnd {

    /** What is sent is here by then, on most networks; as Kitex waits. */
    static final long MOMENT_MILLIS = 100;
    /** Where nothing presses. */
    static final long LONG_MOMENT_MILLIS = 1_000;
    /** For so long a peer may go on after it was told; then it does not listen. */
    static final long PATIENCE_MILLIS = 1_000;

    private static final long AT_ONCE = 0;
    private static final long NEVER = -1;

    private final EventLoop loop;
    private final Ending connection;
    private boolean near;
    private boolean hurried;
    private boolean told;
    private long toldAt;
    /** A reply without TTHeader has left since the end came near. */
    private boolean answered;
    /** Bytes have come or gone since somebody looked. */
    private boolean active;
    private boolean over;
    private @Nullable ScheduledFuture<?> timer;

    /** What is asked of a connection and told to it. */
    interface Ending {

        /** Whether calls are under way, or the beginning of one has arrived. */
        boolean isBusy();

        /** Whether its last message had a TTHeader, as the replies to it do. */
        boolean speaksTTHeader();

        /** Whether the peer matches replies by their ids, as its last message says. */
        boolean isMultiplexing();

        /** Tells a peer that {@linkplain #isMultiplexing multiplexes}. */
        void sendResetNotice();

        /**
         * Closes it when all replies have left.
         *
         * @param lingering whether the peer may be sending just now
         */
        void close(boolean lingering);
    }

    ConnectionEnd(EventLoop loop, Ending connection) {
        this.loop = loop;
        this.connection = connection;
    }

    /** Whether replies are to say that the connection must not be used again. */
    boolean isNear() {
        return near;
    }

    /** The end comes near: in a hurry as the server stops, otherwise as the connection has grown old. */
    void begin(boolean inHurry) {
        if (over || (near && (hurried || !inHurry))) {
            return;
        }
        near = true;
        hurried = inHurry;
        answered = false;
        stopTimer();
        if (!told && connection.isMultiplexing()) {
            connection.sendResetNotice();
            wasTold();
        }
        consider();
    }

    /** Replies say it from now on, and that is all: what comes cannot be understood, and the connection is closed for that. */
    void announce() {
        near = true;
        stop();
    }

    /** Bytes have come; called only if the end is near. */
    void sawBytes() {
        active = true;
    }

    /** A reply has left that says so, if it could; called only if the end is near. */
    void sawReply() {
        active = true;
        if (connection.speaksTTHeader()) {
            wasTold();
        } else {
            answered = true;
        }
    }

    private void wasTold() {
        if (!told) {
            told = true;
            toldAt = System.nanoTime();
        }
    }

    /** Closes the connection now or soon, unless it is busy; whoever ends what it is busy with calls this again. */
    void consider() {
        if (over || connection.isBusy()) {
            return;
        }
        long millis = quietMillis();
        if (millis == AT_ONCE) {
            close(true);
        } else if (millis != NEVER && timer == null) {
            active = false;
            timer = loop.schedule(this::lookAgain, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** How long nothing must happen before nothing is to be expected. */
    private long quietMillis() {
        if (told) {
            return System.nanoTime() - toldAt > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS) ? AT_ONCE : MOMENT_MILLIS;
        }
        if (connection.speaksTTHeader()) {
            return hurried ? MOMENT_MILLIS : NEVER;
        }
        if (!hurried) {
            return LONG_MOMENT_MILLIS;
        }
        // Given a moment it may ask again, and again.
        return answered ? AT_ONCE : MOMENT_MILLIS;
    }

    private void lookAgain() {
        timer = null;
        if (active || connection.isBusy()) {
            consider();
        } else {
            close(false);
        }
    }

    private void close(boolean lingering) {
        stop();
        connection.close(lingering);
    }

    /** The connection is being closed, or has gone. */
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
