package io.quarkiverse.volo.transport;

import io.netty.channel.Channel;
import io.vertx.core.impl.ContextInternal;

/** Prepares a new connection, accepted or dialed, before the first byte of it is read. */
@FunctionalInterface
public interface ConnectionInitializer {

    /**
     * The name of Vert.x' own handler, the last one of each connection's pipeline. Ours go before it:
     * {@code channel.pipeline().addBefore(VERTX_HANDLER, ...)}.
     */
    String VERTX_HANDLER = "handler";

    /**
     * Adds handlers to the connection. Called once, on the connection's event loop. The channel is connected, and with TLS the
     * handshake is done; whether added handlers still see {@code channelActive} is not defined. If this throws, the
     * connection is closed.
     *
     * @param channel the connection, Vert.x' handlers already in its pipeline
     * @param context the Vert.x context of the connection's event loop, shared by its connections: duplicate it per call
     */
    void initialize(Channel channel, ContextInternal context);
}
