package io.quarkiverse.volo.grpc.transport;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

/** Hands the frames of a connection to the streams that they are for. */
final class FrameDispatch extends Http2FrameAdapter implements Http2Connection.Listener {

    private final GrpcConnection connection;

    FrameDispatch(GrpcConnection connection) {
        this.connection = connection;
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext handler, int streamId, Http2Headers headers, int streamDependency,
            short weight, boolean exclusive, int padding, boolean endStream) {
        onHeadersRead(handler, streamId, headers, padding, endStream);
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext handler, int streamId, Http2Headers headers, int padding,
            boolean endStream) {
        try {
            GrpcStream known = connection.find(streamId);
            if (known != null) {
                known.headersRead(headers, endStream);
            } else {
                connection.opened(streamId, headers, endStream);
            }
        } catch (RuntimeException | Error e) {
            connection.failed(streamId, e);
        }
    }

    @Override
    public int onDataRead(ChannelHandlerContext handler, int streamId, ByteBuf data, int padding, boolean endOfStream) {
        GrpcStream stream = connection.find(streamId);
        int all = data.readableBytes() + padding;
        if (stream == null) {
            return all;
        }
        try {
            return stream.dataRead(data, padding, endOfStream);
        } catch (RuntimeException | Error e) {
            connection.failed(streamId, e);
            return 0;
        }
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext handler, int streamId, long errorCode) {
        GrpcStream stream = connection.find(streamId);
        if (stream != null) {
            stream.resetRead(errorCode);
        }
    }

    @Override
    public void onPingRead(ChannelHandlerContext handler, long data) {
        connection.pingRead(data, false);
    }

    @Override
    public void onPingAckRead(ChannelHandlerContext handler, long data) {
        connection.pingRead(data, true);
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext handler, Http2Settings settings) {
        connection.settingsRead(settings);
    }

    @Override
    public void onGoAwayRead(ChannelHandlerContext handler, int lastStreamId, long errorCode, ByteBuf debugData) {
        connection.goAwayRead(lastStreamId, errorCode, debugData);
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        GrpcStream known = connection.find(stream);
        if (known != null) {
            close(stream.id(), known);
        }
        connection.streamClosed();
    }

    private void close(int streamId, GrpcStream stream) {
        try {
            stream.closed();
        } catch (RuntimeException | Error e) {
            connection.failed(streamId, e);
        }
    }

    @Override
    public void onStreamAdded(@Nullable Http2Stream stream) {
    }

    @Override
    public void onStreamActive(@Nullable Http2Stream stream) {
    }

    @Override
    public void onStreamHalfClosed(@Nullable Http2Stream stream) {
    }

    @Override
    public void onStreamRemoved(@Nullable Http2Stream stream) {
    }

    @Override
    public void onGoAwaySent(int lastStreamId, long errorCode, @Nullable ByteBuf debugData) {
    }

    @Override
    public void onGoAwayReceived(int lastStreamId, long errorCode, @Nullable ByteBuf debugData) {
    }
}
