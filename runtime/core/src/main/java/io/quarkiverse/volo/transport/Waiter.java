package io.quarkiverse.volo.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;

/** One call that wants a connection. Settled once: by a connection, a failure or its own cancellation. */
final class Waiter<C extends PooledConnection> implements Lease {

    final Address address;
    final EventLoop loop;
    final ConnectionCallback<? super C> callback;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable AddressPool<C> pool;
    private volatile @Nullable ScheduledFuture<?> timer;

    Waiter(Address address, EventLoop loop, ConnectionCallback<? super C> callback) {
        this.address = address;
        this.loop = loop;
        this.callback = callback;
    }

    /** Says where to withdraw from when cancelled. */
    void waitsIn(AddressPool<C> addressPool) {
        pool = addressPool;
    }

    /** Where it asked last. */
    @Nullable
    AddressPool<C> pool() {
        return pool;
    }

    /**
     * Runs the task when the wait has taken too long. Who waits again, as the connection that it was given turned out to be
     * dead, has what is left of the first time.
     */
    void waitsAtMost(Duration limit, Runnable tooLong) {
        ScheduledFuture<?> before = timer;
        long nanos = limit.toNanos();
        if (before != null) {
            before.cancel(false);
            nanos = Math.max(0, before.getDelay(TimeUnit.NANOSECONDS));
        }
        timer = loop.schedule(tooLong, nanos, TimeUnit.NANOSECONDS);
        if (isSettled()) {
            stopTimer();
        }
    }

    /** Whether the caller of this, and nobody before, may call the callback. */
    boolean settle() {
        boolean first = settled.compareAndSet(false, true);
        if (first) {
            stopTimer();
        }
        return first;
    }

    private void stopTimer() {
        ScheduledFuture<?> started = timer;
        if (started != null) {
            started.cancel(false);
        }
    }

    boolean isSettled() {
        return settled.get();
    }

    @Override
    public void cancel() {
        AddressPool<C> waitsIn = pool;
        if (settle() && waitsIn != null) {
            waitsIn.withdraw(this);
        }
    }
}
