package io.quarkiverse.volo.benchmark.allocation;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;

/**
 * An end of a connection without a socket: what is written to it waits here until it is taken. It lives on one of the
 * application's event loops, as a socket would, and is used by that loop's thread only.
 */
public final class EmbeddedWire extends EmbeddedChannel {

    private final EventLoop loop;
    private ByteBuf written;

    public EmbeddedWire(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public EventLoop eventLoop() {
        // Netty's constructor asks before there is one.
        return loop == null ? super.eventLoop() : loop;
    }

    @Override
    protected void handleOutboundMessage(Object message) {
        if (written != null) {
            throw new IllegalStateException("a message was written before the one before it was taken");
        }
        written = (ByteBuf) message;
    }

    /** What was written, the caller's to release. */
    ByteBuf take() {
        ByteBuf taken = written;
        if (taken == null) {
            throw new IllegalStateException("nothing was written");
        }
        written = null;
        return taken;
    }

    /** As a read of the socket would; the bytes are released there. */
    void read(ByteBuf bytes) {
        pipeline().fireChannelRead(bytes).fireChannelReadComplete();
    }
}
