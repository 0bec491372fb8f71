package io.quarkiverse.volo.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;

/**
 * What a {@link ConnectionPool} knows of one address. All of it is guarded by one plain lock, this object's monitor, which is
 * held for the few instructions of one method. No method does I/O or calls anything that is not the pool's own.
 * <p>
 * Calls wait only while no connection is idle and the cap is reached.
 */
final class AddressPool<C extends PooledConnection> {

    final Address address;
    private final PoolOptions options;
    private final long trustedNanos;
    private final IdentityHashMap<EventLoop, ArrayDeque<Slot<C>>> idle = new IdentityHashMap<>();
    private final LinkedHashSet<Waiter<C>> waiting = new LinkedHashSet<>();
    /** Connections that are open or being opened. */
    private int permitsTaken;
    private boolean retired;
    /** Nobody is at the address any more. Read without the lock, which each call would need otherwise. */
    private volatile boolean dropped;

    /** A connection's place in the pool. */
    static final class Slot<C extends PooledConnection> {

        final C connection;
        final AddressPool<C> pool;
        private State state = State.LEASED; // guarded by the pool's lock
        private long idleSince;

        private Slot(C connection, AddressPool<C> pool) {
            this.connection = connection;
            this.pool = pool;
        }

        private enum State {
            LEASED,
            IDLE,
            CLOSED
        }
    }

    /** What came of the wish for a connection. */
    sealed interface Acquired<C extends PooledConnection> {

        /** This connection was idle; for so long that it may be stale, or not. */
        record Idle<C extends PooledConnection>(C connection, boolean stale) implements Acquired<C> {
        }

        /** The caller has a permit, and is to open a connection. */
        record Permit<C extends PooledConnection>() implements Acquired<C> {
        }

        /** The waiter is in the queue now. */
        record Queued<C extends PooledConnection>() implements Acquired<C> {
        }

        /** The queue is full. */
        record Refused<C extends PooledConnection>() implements Acquired<C> {
        }

        /** The pool has forgotten this address: ask its successor. */
        record Retired<C extends PooledConnection>() implements Acquired<C> {
        }
    }

    AddressPool(Address address, PoolOptions options) {
        this.address = address;
        this.options = options;
        this.trustedNanos = options.probeAfter().toNanos();
    }

    synchronized Acquired<C> acquire(Waiter<C> waiter) {
        if (retired || dropped) {
            return new Acquired.Retired<>();
        }
        Slot<C> slot = idleOf(waiter.loop);
        if (slot == null && permitsTaken < options.maxConnections()) {
            permitsTaken++;
            return new Acquired.Permit<>();
        }
        if (slot == null) {
            slot = idleOfAnotherLoop();
        }
        if (slot != null) {
            slot.state = Slot.State.LEASED;
            return new Acquired.Idle<>(slot.connection, System.nanoTime() - slot.idleSince > trustedNanos);
        }
        if (waiting.size() >= options.maxWaiting()) {
            return new Acquired.Refused<>();
        }
        waiting.add(waiter);
        return new Acquired.Queued<>();
    }

    /** The connection that was used last: it is the least likely to have been closed, and its memory is warm. */
    private @Nullable Slot<C> idleOf(EventLoop loop) {
        ArrayDeque<Slot<C>> own = idle.get(loop);
        return own == null ? null : own.pollLast();
    }

    /** The connection that its own loop, the one with the most idle ones, would need last. */
    private @Nullable Slot<C> idleOfAnotherLoop() {
        ArrayDeque<Slot<C>> most = null;
        for (ArrayDeque<Slot<C>> other : idle.values()) {
            if (most == null || other.size() > most.size()) {
                most = other;
            }
        }
        return most == null ? null : most.pollFirst();
    }

    /** A place for a connection that was opened with a permit. */
    Slot<C> opened(C connection) {
        return new Slot<>(connection, this);
    }

    /** Takes a connection back. Returns the waiter to give it to; null if it is idle now, or was not leased. */
    synchronized @Nullable Waiter<C> release(Slot<C> slot) {
        if (slot.state != Slot.State.LEASED) {
            return null;
        }
        Waiter<C> next = pollWaiter();
        if (next == null) {
            slot.state = Slot.State.IDLE;
            slot.idleSince = System.nanoTime();
            idle.computeIfAbsent(slot.connection.eventLoop(), loop -> new ArrayDeque<>()).addLast(slot);
        }
        return next;
    }

    /** Forgets a connection. Returns the waiter who has its permit now, and is to open another connection. */
    synchronized @Nullable Waiter<C> remove(Slot<C> slot) {
        if (slot.state == Slot.State.CLOSED) {
            return null;
        }
        if (slot.state == Slot.State.IDLE) {
            ArrayDeque<Slot<C>> ofLoop = idle.get(slot.connection.eventLoop());
            if (ofLoop != null) {
                ofLoop.remove(slot);
            }
        }
        slot.state = Slot.State.CLOSED;
        return returnPermit();
    }

    /** Forgets a connection that is idle, unless it is one of those that stay open, as long as they are of use. */
    synchronized boolean expire(Slot<C> slot, boolean reusable) {
        if (slot.state != Slot.State.IDLE || (reusable && idleCount() <= options.minIdle())) {
            return false;
        }
        // Nobody waits while a connection is idle.
        remove(slot);
        return true;
    }

    /** Gives a permit back that led to no connection. Returns the waiter who has it now, and is to open a connection. */
    synchronized @Nullable Waiter<C> returnPermit() {
        Waiter<C> next = pollWaiter();
        if (next == null) {
            permitsTaken--;
            retired = permitsTaken == 0;
        }
        return next;
    }

    private @Nullable Waiter<C> pollWaiter() {
        var first = waiting.iterator();
        if (!first.hasNext()) {
            return null;
        }
        Waiter<C> waiter = first.next();
        first.remove();
        return waiter;
    }

    /** Takes a waiter out of the queue; false if it was not in it (any more). */
    synchronized boolean withdraw(Waiter<C> waiter) {
        return waiting.remove(waiter);
    }

    synchronized List<Waiter<C>> withdrawAll() {
        var all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    /** From now on nothing is acquired here. Returns those who waited. */
    synchronized List<Waiter<C>> drop() {
        dropped = true;
        return withdrawAll();
    }

    boolean isDropped() {
        return dropped;
    }

    synchronized List<C> allIdle() {
        return idle.values().stream().flatMap(ArrayDeque::stream).map(slot -> slot.connection).toList();
    }

    synchronized boolean isRetired() {
        return retired;
    }

    synchronized ConnectionPool.Counts counts() {
        return new ConnectionPool.Counts(permitsTaken, idleCount(), waiting.size());
    }

    private int idleCount() {
        int count = 0;
        for (ArrayDeque<Slot<C>> ofLoop : idle.values()) {
            count += ofLoop.size();
        }
        return count;
    }
}
