package io.quarkiverse.volo.transport;

import io.netty.channel.EventLoop;

/** What a {@link ConnectionPool} needs to know of a connection. Compared by identity. */
public interface PooledConnection {

    /** The loop that the connection lives on, the same one at all times. Called from any thread. */
    EventLoop eventLoop();

    /** Whether another call may use the connection now. Called on its event loop only. */
    boolean isReusable();

    /** Closes the connection; may be called twice, and from any thread. */
    void close();
}
