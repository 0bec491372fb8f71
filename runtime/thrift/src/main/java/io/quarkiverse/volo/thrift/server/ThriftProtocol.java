package io.quarkiverse.volo.thrift.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.quarkiverse.volo.thrift.transport.Frame;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.Protocol;
import io.vertx.core.impl.ContextInternal;

/** Knows Thrift by its first bytes: strict Binary or Compact, bare or in a frame, with a TTHeader or without. */
public final class ThriftProtocol implements Protocol {

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
        int mark = Frame.begins(firstBytes) ? Frame.LENGTH_SIZE : 0;
        if (firstBytes.readableBytes() < mark + MessageProtocol.MARK_SIZE) {
            return Match.MORE;
        }
        boolean thrift = (mark > 0 && TTHeaderReader.begins(firstBytes))
                || MessageProtocol.at(firstBytes, firstBytes.readerIndex() + mark) != null;
        return thrift ? Match.YES : Match.NO;
    }

    @Override
    public void install(Channel channel, ContextInternal context) {
        int highWaterMark = server.options().connection().writeBufferHighWaterMark();
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(highWaterMark / 2, highWaterMark));
        channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-thrift",
                new ThriftServerConnection(server, channel, context));
    }
}
