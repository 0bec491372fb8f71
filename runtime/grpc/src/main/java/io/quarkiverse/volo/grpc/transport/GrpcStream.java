package io.quarkiverse.volo.grpc.transport;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Headers;

/** One stream of a connection, which is one call. Everything here happens on the connection's event loop. */
public abstract class GrpcStream {

    private final StreamCarrier connection;
    private int id;

    protected GrpcStream(StreamCarrier connection) {
        this.connection = connection;
    }

    public final StreamCarrier connection() {
        return connection;
    }

    /** HTTP/2's number of the stream; 0 as long as it has none. */
    public final int id() {
        return id;
    }

    final void id(int id) {
        this.id = id;
    }

    /**
     * Headers have come: on a client the reply's first, or its trailers; on a server only trailers, which gRPC knows not.
     *
     * @param end whether nothing follows
     */
    protected abstract void headersRead(Http2Headers headers, boolean end);

    /**
     * Bytes have come. Those that are not consumed at once are {@linkplain StreamCarrier#consumed consumed} later; as long as
     * they are not, the peer may send less.
     *
     * @param data valid until this returns; stays the caller's
     * @param padding count as bytes that came
     * @param end whether nothing follows
     * @return how many bytes have been consumed, padding included
     */
    protected abstract int dataRead(ByteBuf data, int padding, boolean end);

    /** The peer has reset the stream; {@link #closed} follows. */
    protected abstract void resetRead(long errorCode);

    /**
     * The stream is gone, for whatever reason: both sides have ended it, one has reset it, or the connection was lost. Called
     * exactly once for each stream that was opened.
     */
    protected abstract void closed();
}
