package io.quarkiverse.volo.transport;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;

/** Opens the connections of a {@link ConnectionPool}, mostly with a {@link Connector}. */
@FunctionalInterface
public interface ConnectionFactory<C extends PooledConnection> {

    /**
     * Opens one connection. The pool is to be told by {@link ConnectionPool#closed} when a connection that was handed over
     * dies, not earlier.
     *
     * @param loop the event loop that the connection shall live on
     * @param callback to be told the outcome exactly once, on that loop
     */
    void open(Address address, EventLoop loop, ConnectionCallback<C> callback);
}
