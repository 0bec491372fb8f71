package io.quarkiverse.volo.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;

/** A call that waits for room on one of the {@link LoopConnections}. Used on their event loop only. */
final class RoomWaiter<C extends SharedConnection> implements Lease {

    private final LoopConnections<C> connections;
    private final ConnectionCallback<? super C> callback;
    private @Nullable ScheduledFuture<?> timer;
    private boolean settled;

    RoomWaiter(LoopConnections<C> connections, ConnectionCallback<? super C> callback) {
        this.connections = connections;
        this.callback = callback;
    }

    ConnectionCallback<? super C> callback() {
        return callback;
    }

    /** Its time runs from when it first waits for room, not for a connection that is being opened. */
    void waitsAtMost(EventLoop loop, Duration limit) {
        if (timer == null) {
            timer = loop.schedule(() -> connections.waitedTooLong(this), limit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** It waits no more. */
    void settle() {
        settled = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public void cancel() {
        if (!settled) {
            settle();
            connections.withdraw(this);
        }
    }
}
