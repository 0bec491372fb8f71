package io.quarkiverse.volo.grpc.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.grpc.transport.GrpcStream;
import io.quarkiverse.volo.grpc.transport.StreamCarrier;

/** A stream of a server; what it is told others here may hand on to it. */
abstract class ServedStream extends GrpcStream {

    ServedStream(StreamCarrier connection) {
        super(connection);
    }

    @Override
    protected abstract void headersRead(Http2Headers trailers, boolean end);

    @Override
    protected abstract int dataRead(ByteBuf data, int padding, boolean end);

    @Override
    protected abstract void resetRead(long errorCode);

    @Override
    protected abstract void closed();
}
