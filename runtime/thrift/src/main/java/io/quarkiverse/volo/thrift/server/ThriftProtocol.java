package io.quarkiverse.volo.thrift.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.Protocol;
import io.vertx.core.impl.ContextInternal;

/** Knows Thrift by its first bytes: strict Binary, in a frame or bare. */
public final class ThriftProtocol implements Protocol {

    private static final int FRAME_LENGTH = 4;
    private static final int STRICT_BINARY = 0x8001;

    private final ThriftServer server;

    public ThriftProtocol(ThriftServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "Thrift";
    }

    @Override
    public Match match(ByteBuf firstBytes) {
        int start = firstBytes.readerIndex();
        // A frame's length is never negative, so a first bit that is set begins a bare message.
        int version = firstBytes.getByte(start) < 0 ? 0 : FRAME_LENGTH;
        if (firstBytes.readableBytes() < version + 2) {
            return Match.MORE;
        }
        return firstBytes.getUnsignedShort(start + version) == STRICT_BINARY ? Match.YES : Match.NO;
    }

    @Override
    public void install(Channel channel, ContextInternal context) {
        int highWaterMark = server.options().connection().writeBufferHighWaterMark();
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(highWaterMark / 2, highWaterMark));
        channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-thrift",
                new ThriftServerConnection(server, channel, context));
    }
}
