package io.quarkiverse.volo.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.vertx.core.impl.ContextInternal;

/** One protocol that a port serves: how to know it by its first bytes, and what reads it. Shared by all connections. */
public interface Protocol {

    /** The name that log lines and answers to strangers use. */
    String name();

    /**
     * Whether a connection that starts with these bytes speaks this protocol. Called again with more bytes after
     * {@link Match#MORE}; once {@value ProtocolProbe#MAX_BYTES} bytes are there, {@code MORE} counts as {@code NO}.
     *
     * @param firstBytes at least one byte; indexes and content must be left as they are
     */
    Match match(ByteBuf firstBytes);

    /**
     * Adds the protocol's handlers before {@link ConnectionInitializer#VERTX_HANDLER}. They are given all bytes from the first
     * one on, right after this returns. Called on the connection's event loop; if it throws, the connection is closed.
     *
     * @param context the Vert.x context of the connection's event loop
     */
    void install(Channel channel, ContextInternal context);

    /** What the first bytes tell. */
    enum Match {
        YES,
        NO,
        /** It depends on the bytes that follow. */
        MORE
    }
}
