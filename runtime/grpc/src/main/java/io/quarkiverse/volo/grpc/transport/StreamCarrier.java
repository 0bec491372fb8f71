package io.quarkiverse.volo.grpc.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.flow.LoopInbox;

/** What streams write to: a connection, or what stands before it. Used on its event loop, but for {@link #inbox}. */
public interface StreamCarrier {

    /** The connection's event loop. */
    EventLoop eventLoop();

    /** Brings what other threads have done to the event loop. */
    LoopInbox inbox();

    ByteBufAllocator alloc();

    /** @param end whether nothing follows; these are trailers then, or all there is */
    ChannelFuture writeHeaders(GrpcStream stream, Http2Headers headers, boolean end);

    /**
     * Writes bytes as the peer takes them; what does not fit waits. The future tells when they have left.
     *
     * @param data released there, whatever happens
     * @param end whether nothing follows
     */
    ChannelFuture writeData(GrpcStream stream, ByteBuf data, boolean end);

    /** Ends both sides of the stream at once; does nothing if it is gone. */
    void reset(GrpcStream stream, Http2Error error);

    /** Lets the peer send that much more; does nothing if the stream is gone. */
    void consumed(GrpcStream stream, int bytes);
}
