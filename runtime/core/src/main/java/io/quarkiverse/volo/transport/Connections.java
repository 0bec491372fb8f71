package io.quarkiverse.volo.transport;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;

/**
 * Where calls get their connections: one call after the other on each ({@link ConnectionPool}), or many at once
 * ({@link MultiplexPool}).
 *
 * @param <C> a connection of one protocol
 */
public interface Connections<C extends PooledConnection> {

    /**
     * Asks for a connection. Fails with {@link ErrorKind#CONNECT} if it cannot be opened, {@link ErrorKind#OVERLOAD} if too
     * many calls wait already or none comes free in time, {@link ErrorKind#UNAVAILABLE} if the pool is or gets closed. A
     * {@link #drop} fails a wait with {@link ErrorKind#CONNECT}.
     *
     * @param loop the event loop of the caller, to be called on it
     * @param callback called on that loop, at once if the outcome is known
     * @return to be cancelled if the caller does not wait any more
     */
    Lease lease(Address address, EventLoop loop, ConnectionCallback<? super C> callback);

    /**
     * Lets go of an address at which nobody is any more: connections without a call are closed now, the others when they have
     * none. Calls that wait fail, known not to have been processed. May be called from any thread, at any time.
     */
    void drop(Address address);

    /** Closes connections without a call now and the others when they have none; calls that wait fail. May be called twice. */
    void close();
}
