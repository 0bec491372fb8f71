package io.quarkiverse.volo.grpc.server;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.grpc.transport.GrpcStream;

/** A stream that waits at the gate: keeps what comes, which the stream's window bounds, and hands it on behind the gate. */
final class GatedCall extends GrpcStream {

    private final GrpcServerConnection connection;
    private final Http2Headers headers;
    /** Ours. */
    private @Nullable ByteBuf kept;
    private boolean complete;
    /** Behind the gate, or closed before. */
    private boolean gone;

    GatedCall(GrpcServerConnection connection, Http2Headers headers, boolean end) {
        super(connection);
        this.connection = connection;
        this.headers = headers;
        this.complete = end;
    }

    void leaveGate() {
        if (gone) {
            return;
        }
        gone = true;
        ByteBuf data = kept;
        kept = null;
        try {
            ServedStream call = connection.serveGated(id(), headers, complete && data == null);
            if (data != null) {
                int size = data.readableBytes();
                connection.consumed(this, call == null ? size : call.dataRead(data, 0, complete));
            }
        } finally {
            if (data != null) {
                data.release();
            }
        }
    }

    @Override
    protected void headersRead(Http2Headers trailers, boolean end) {
        complete |= end;
    }

    @Override
    protected int dataRead(ByteBuf data, int padding, boolean end) {
        if (gone) {
            return data.readableBytes() + padding;
        }
        ByteBuf own = kept;
        if (own == null) {
            own = connection.alloc().buffer(data.readableBytes());
            kept = own;
        }
        own.writeBytes(data);
        complete |= end;
        return padding;
    }

    @Override
    protected void resetRead(long errorCode) {
    }

    @Override
    protected void closed() {
        gone = true;
        if (kept != null) {
            kept.release();
            kept = null;
        }
    }
}
