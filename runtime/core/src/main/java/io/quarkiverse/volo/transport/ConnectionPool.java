package io.quarkiverse.volo.transport;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.transport.AddressPool.Acquired;
import io.quarkiverse.volo.transport.AddressPool.Slot;

/**
 * Shares connections that serve one call at a time. A call gets, in this order: an idle connection of its own event loop, the
 * one used last first; a new one, while there are fewer than {@link PoolOptions#maxConnections()} to the address; an idle one
 * of another event loop; else it waits, first come first served. Thread-safe; callbacks are called on the event loop that
 * asked, and no lock is held then.
 */
public final class ConnectionPool<C extends PooledConnection> implements Connections<C> {

    private static final Logger LOG = Logger.getLogger(ConnectionPool.class);

    private final PoolOptions options;
    private final ConnectionFactory<C> factory;
    private final ConcurrentMap<Address, AddressPool<C>> addresses = new ConcurrentHashMap<>();
    private final ConcurrentMap<C, Slot<C>> slots = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * How much of one address is in use.
     *
     * @param open connections that are open or being opened
     * @param idle those that no call uses
     * @param waiting calls that wait for one
     */
    record Counts(int open, int idle, int waiting) {
    }

    /** @param factory opens what is missing */
    public ConnectionPool(PoolOptions options, ConnectionFactory<C> factory) {
        this.options = options;
        this.factory = factory;
    }

    /**
     * {@inheritDoc} May be called from any thread; the connection may live on another loop than the caller's. Give it back with
     * {@link #release}.
     */
    @Override
    public Lease lease(Address address, EventLoop loop, ConnectionCallback<? super C> callback) {
        var waiter = new Waiter<C>(address, loop, callback);
        acquire(waiter);
        return waiter;
    }

    /** Takes a leased connection back. To be called on the connection's event loop. */
    public void release(C connection) {
        if (connection.isReusable()) {
            giveBack(connection);
        } else {
            discard(connection);
        }
    }

    /** Tells that a connection died, whether leased or idle. Needs no {@link #release}, before or after. */
    public void closed(C connection) {
        Slot<C> slot = slots.remove(connection);
        if (slot != null) {
            openFor(slot.pool.remove(slot), slot.pool);
        }
    }

    /**
     * Tells that a connection has not been used for too long: closes it if it is idle and not one of those that stay open. One
     * that is not reusable any more, such as for its age, does not stay. To be called on the connection's event loop.
     */
    public void expired(C connection) {
        Slot<C> slot = slots.get(connection);
        if (slot != null && slot.pool.expire(slot, connection.isReusable())) {
            slots.remove(connection);
            forgetIfRetired(slot.pool);
            connection.close();
        }
    }

    /**
     * Lets go of an address at which nobody is any more: its idle connections are closed now, those in use when they are
     * released, and one on its way serves the call that it was opened for at most. Calls that wait fail, known not to have
     * been processed. May be called from any thread, at any time.
     * <p>
     * The pool forgets the address; a later {@link #lease} begins afresh. So an address that goes and comes back may have
     * connections that are still in use from before, which count no more, beside as many new ones as are allowed.
     */
    @Override
    public void drop(Address address) {
        AddressPool<C> pool = addresses.remove(address);
        if (pool != null) {
            pool.drop().forEach(waiter -> fail(waiter, LeaseFailure.dropped(address)));
            pool.allIdle().forEach(this::discard);
        }
    }

    /** Closes idle connections now and leased ones when they are released; calls that wait fail. May be called twice. */
    @Override
    public void close() {
        closed = true;
        for (AddressPool<C> pool : addresses.values()) {
            pool.withdrawAll().forEach(this::failClosed);
            pool.allIdle().forEach(this::discard);
        }
    }

    private void acquire(Waiter<C> waiter) {
        AddressPool<C> pool = addresses.computeIfAbsent(waiter.address, address -> new AddressPool<>(address, options));
        waiter.waitsIn(pool);
        Acquired<C> acquired = pool.acquire(waiter);
        if (acquired instanceof Acquired.Idle<C> idle) {
            C connection = idle.connection();
            if (idle.stale()) {
                probe(connection, waiter);
            } else {
                run(waiter.loop, () -> deliver(connection, waiter));
            }
        } else if (acquired instanceof Acquired.Permit) {
            open(waiter, pool);
        } else if (acquired instanceof Acquired.Retired) {
            addresses.remove(waiter.address, pool);
            acquireElsewhere(waiter, pool);
        } else if (acquired instanceof Acquired.Refused) {
            fail(waiter,
                    LeaseFailure.tooManyWait(waiter.address, "all " + options.maxConnections() + " are in use", options));
        } else if (closed || waiter.isSettled()) {
            // close() or cancel() may have looked into the queue before the waiter was in it.
            pool.withdraw(waiter);
            failClosed(waiter);
        } else {
            waiter.waitsAtMost(options.waitTimeout(), () -> waitedTooLong(waiter, pool));
        }
    }

    private void waitedTooLong(Waiter<C> waiter, AddressPool<C> pool) {
        // Who is not in the queue any more is about to get a connection.
        if (pool.withdraw(waiter)) {
            fail(waiter, LeaseFailure.noneCameFree(waiter.address, options));
        }
    }

    private void probe(C connection, Waiter<C> waiter) {
        NextLook.then(connection.eventLoop(), () -> probed(connection, waiter));
    }

    private void probed(C connection, Waiter<C> waiter) {
        if (connection.isReusable()) {
            run(waiter.loop, () -> deliver(connection, waiter));
        } else {
            discard(connection);
            run(waiter.loop, () -> acquireAgain(waiter));
        }
    }

    /** On the waiter's loop, with a connection that was used before. */
    private void deliver(C connection, Waiter<C> waiter) {
        // Only the connection's own loop knows its state; on another one, the call finds out when it writes.
        boolean dead = connection.eventLoop().inEventLoop() && !connection.isReusable();
        if (dead) {
            discard(connection);
            acquireAgain(waiter);
        } else {
            handOver(connection, waiter);
        }
    }

    private void acquireAgain(Waiter<C> waiter) {
        if (!waiter.isSettled()) {
            acquireElsewhere(waiter, waiter.pool());
        }
    }

    /** An address that was dropped meanwhile is not to be dialed: nobody would drop it again. */
    private void acquireElsewhere(Waiter<C> waiter, @Nullable AddressPool<C> before) {
        if (before != null && before.isDropped()) {
            fail(waiter, LeaseFailure.dropped(waiter.address));
        } else {
            acquire(waiter);
        }
    }

    private void handOver(C connection, Waiter<C> waiter) {
        if (closed) {
            discard(connection);
            failClosed(waiter);
        } else if (waiter.settle()) {
            connected(connection, waiter);
        } else {
            giveBack(connection);
        }
    }

    private void connected(C connection, Waiter<C> waiter) {
        try {
            waiter.callback.connected(connection);
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection to %s closed: its user failed", waiter.address);
            discard(connection);
        }
    }

    private void giveBack(C connection) {
        Slot<C> slot = slots.get(connection);
        if (slot == null) {
            return;
        }
        Waiter<C> next = slot.pool.release(slot);
        if (next != null) {
            // Always a task, so that calls that give up at once don't nest.
            NextLook.later(next.loop, () -> deliver(connection, next));
        } else if (closed || slot.pool.isDropped()) {
            discard(connection);
        }
    }

    private void discard(C connection) {
        closed(connection);
        connection.close();
    }

    /** The waiter has a permit, which is given back if no connection comes of it. */
    private void open(Waiter<C> waiter, AddressPool<C> pool) {
        if (closed) {
            returnPermit(pool);
            failClosed(waiter);
            return;
        }
        var opening = new Opening(waiter, pool);
        try {
            factory.open(pool.address, waiter.loop, opening);
        } catch (RuntimeException e) {
            opening.failed(new VoloException(ErrorKind.CONNECT, "connect to " + pool.address + " failed: " + e.getMessage(), e,
                    true));
        }
    }

    private void openFor(@Nullable Waiter<C> next, AddressPool<C> pool) {
        if (next == null) {
            forgetIfRetired(pool);
        } else {
            NextLook.later(next.loop, () -> openUnlessSettled(next, pool));
        }
    }

    private void openUnlessSettled(Waiter<C> waiter, AddressPool<C> pool) {
        if (waiter.isSettled()) {
            returnPermit(pool);
        } else if (pool.isDropped()) {
            returnPermit(pool);
            fail(waiter, LeaseFailure.dropped(pool.address));
        } else {
            open(waiter, pool);
        }
    }

    private void returnPermit(AddressPool<C> pool) {
        openFor(pool.returnPermit(), pool);
    }

    private void forgetIfRetired(AddressPool<C> pool) {
        if (pool.isRetired()) {
            addresses.remove(pool.address, pool);
        }
    }

    private void failClosed(Waiter<C> waiter) {
        fail(waiter, LeaseFailure.closed(waiter.address));
    }

    private void fail(Waiter<C> waiter, VoloException failure) {
        run(waiter.loop, () -> {
            if (waiter.settle()) {
                failed(waiter, failure);
            }
        });
    }

    /** Others, who are in no queue any more, may be told by the same loop. */
    private static <C extends PooledConnection> void failed(Waiter<C> waiter, VoloException failure) {
        try {
            waiter.callback.failed(failure);
        } catch (RuntimeException e) {
            LOG.errorf(e, "who was told of it failed, too: %s", failure.getMessage());
        }
    }

    private static void run(EventLoop loop, Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            NextLook.later(loop, task);
        }
    }

    /** For tests: all zero if the address is not known. */
    Counts counts(Address address) {
        AddressPool<C> pool = addresses.get(address);
        return pool == null ? new Counts(0, 0, 0) : pool.counts();
    }

    /** For tests: how many addresses and connections it knows. */
    int known() {
        return addresses.size() + slots.size();
    }

    /** A connection on its way; called on the waiter's loop. */
    private final class Opening implements ConnectionCallback<C> {

        private final Waiter<C> waiter;
        private final AddressPool<C> pool;

        Opening(Waiter<C> waiter, AddressPool<C> pool) {
            this.waiter = waiter;
            this.pool = pool;
        }

        @Override
        public void connected(C connection) {
            slots.put(connection, pool.opened(connection));
            handOver(connection, waiter);
        }

        @Override
        public void failed(VoloException failure) {
            returnPermit(pool);
            fail(waiter, failure);
        }
    }
}
