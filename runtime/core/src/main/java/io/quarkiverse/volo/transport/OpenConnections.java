package io.quarkiverse.volo.transport;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** The connections of a server, which may all be brought to their end. Thread-safe. */
public final class OpenConnections {

    private final Set<ServedConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;
    private volatile @Nullable Promise<Void> awaited;

    /** Adds a connection; answers whether it is to come to its end already. */
    public boolean opened(ServedConnection connection) {
        open.add(connection);
        // Looked at after the connection can be found, and set before they are looked for: none is missed.
        return draining;
    }

    /** Forgets a connection, on which nothing is worked at any more. */
    public void closed(ServedConnection connection) {
        open.remove(connection);
        completeIfNone();
    }

    /** Brings all of them to their end, those to come as well. */
    public void drain() {
        draining = true;
        open.forEach(ServedConnection::drain);
    }

    /** Completes when there is none; only the last who asks is told. */
    public Future<Void> allClosed() {
        Promise<Void> closed = Promise.promise();
        awaited = closed;
        completeIfNone();
        return closed.future();
    }

    private void completeIfNone() {
        Promise<Void> waiting = awaited;
        if (waiting != null && open.isEmpty()) {
            waiting.tryComplete();
        }
    }

    /** How many calls are under way on all of them. */
    public Future<Integer> callsUnderWay() {
        List<Future<Integer>> counts = open.stream().map(ServedConnection::callsUnderWay).toList();
        return Future.join(counts).map(all -> counts.stream().mapToInt(Future::result).sum());
    }
}
