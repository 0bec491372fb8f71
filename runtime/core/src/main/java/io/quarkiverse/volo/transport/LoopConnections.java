package io.quarkiverse.volo.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * A {@link MultiplexPool}'s connections to one address on one event loop, and the calls that wait for one. Used on that loop
 * only.
 */
final class LoopConnections<C extends SharedConnection> {

    private static final Logger LOG = Logger.getLogger(MultiplexPool.class);

    private final Address address;
    private final EventLoop loop;
    private final PoolOptions options;
    private final long trustedNanos;
    private final ConnectionFactory<C> factory;
    private final Consumer<LoopConnections<C>> unused;
    /** Those that take calls, now or when they have room again; the first one first. */
    private final List<C> open = new ArrayList<>(1);
    private final ArrayDeque<RoomWaiter<C>> waiting = new ArrayDeque<>();
    private boolean opening;
    private boolean probing;
    private boolean serving;
    private @Nullable VoloException ended;

    /** @param unused told when there is no connection left, and nobody waits */
    LoopConnections(Address address, EventLoop loop, PoolOptions options, ConnectionFactory<C> factory,
            Consumer<LoopConnections<C>> unused) {
        this.address = address;
        this.loop = loop;
        this.options = options;
        this.trustedNanos = options.probeAfter().toNanos();
        this.factory = factory;
        this.unused = unused;
    }

    Address address() {
        return address;
    }

    Lease lease(ConnectionCallback<? super C> callback) {
        C connection = waiting.isEmpty() ? withRoom() : null;
        if (connection != null && connection.unusedNanos() <= trustedNanos) {
            connected(connection, callback);
            return Lease.OVER;
        }
        if (waiting.size() >= options.maxWaiting()) {
            callback.failed(LeaseFailure.tooManyWait(address, "none of " + options.maxConnections() + " has room", options));
            return Lease.OVER;
        }
        var waiter = new RoomWaiter<C>(this, callback);
        waiting.add(waiter);
        if (connection == null) {
            openOrWait();
        } else {
            probe();
        }
        return waiter;
    }

    private @Nullable C withRoom() {
        for (C connection : open) {
            if (connection.isReusable()) {
                return connection;
            }
        }
        return null;
    }

    /** A connection that was not used for long may have been closed by the peer, and the loop not have seen that yet. */
    private void probe() {
        if (!probing) {
            probing = true;
            NextLook.then(loop, () -> {
                probing = false;
                serve();
            });
        }
    }

    /** Has those who wait served by a further connection if there may be one; else they wait for room, for so long. */
    private void openOrWait() {
        if (waiting.isEmpty() || opening || probing) {
            return;
        }
        if (open.size() < options.maxConnections()) {
            open();
        } else {
            waiting.forEach(waiter -> waiter.waitsAtMost(loop, options.waitTimeout()));
        }
    }

    private void open() {
        opening = true;
        var callback = new Opening();
        try {
            factory.open(address, loop, callback);
        } catch (RuntimeException e) {
            callback.failed(new VoloException(ErrorKind.CONNECT, "connect to " + address + " failed: " + e.getMessage(), e,
                    true));
        }
    }

    private void changed(C connection) {
        if (connection.isDraining()) {
            open.remove(connection);
        }
        if (!waiting.isEmpty()) {
            serve();
        }
        forgetIfUnused();
    }

    /** Gives those who wait what room there is. A call that ends at once, within this, makes room again. */
    private void serve() {
        if (serving) {
            return;
        }
        serving = true;
        try {
            C connection = withRoom();
            while (connection != null && !waiting.isEmpty()) {
                RoomWaiter<C> first = waiting.remove();
                first.settle();
                connected(connection, first.callback());
                connection = withRoom();
            }
        } finally {
            serving = false;
        }
        openOrWait();
        forgetIfUnused();
    }

    private void connected(C connection, ConnectionCallback<? super C> callback) {
        try {
            callback.connected(connection);
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection to %s is not used any more: its user failed", address);
            connection.drain();
        }
    }

    void waitedTooLong(RoomWaiter<C> waiter) {
        withdraw(waiter);
        fail(waiter, LeaseFailure.noneCameFree(address, options));
    }

    void withdraw(RoomWaiter<C> waiter) {
        waiting.remove(waiter);
        forgetIfUnused();
    }

    private void failAll(VoloException failure) {
        List<RoomWaiter<C>> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(waiter -> fail(waiter, failure));
    }

    private void fail(RoomWaiter<C> waiter, VoloException failure) {
        waiter.settle();
        try {
            waiter.callback().failed(failure);
        } catch (RuntimeException e) {
            LOG.errorf(e, "who was told of it failed, too: %s", failure.getMessage());
        }
    }

    private void forgetIfUnused() {
        if (open.isEmpty() && waiting.isEmpty() && !opening && ended == null) {
            unused.accept(this);
        }
    }

    /** The pool knows it no more: those who wait are told why, and connections go when they have no calls. */
    void end(VoloException reason) {
        ended = reason;
        failAll(reason);
        List.copyOf(open).forEach(SharedConnection::drain);
    }

    /** The next connection, on its way. */
    private final class Opening implements ConnectionCallback<C> {

        @Override
        public void connected(C connection) {
            if (connection.isDraining()) {
                failed(new VoloException(ErrorKind.CONNECT, "connect to " + address + " failed: closed at once", null, true));
                return;
            }
            opening = false;
            if (ended != null) {
                connection.close();
                return;
            }
            open.add(connection);
            connection.onChange(() -> changed(connection));
            serve();
        }

        @Override
        public void failed(VoloException failure) {
            opening = false;
            if (open.isEmpty()) {
                failAll(failure);
                forgetIfUnused();
            } else {
                // What there is may have room again, in time.
                waiting.forEach(waiter -> waiter.waitsAtMost(loop, options.waitTimeout()));
            }
        }
    }
}
