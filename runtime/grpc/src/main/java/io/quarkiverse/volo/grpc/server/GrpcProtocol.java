package io.quarkiverse.volo.grpc.server;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.quarkiverse.volo.grpc.transport.GrpcConnectionBuilder;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.Protocol;
import io.vertx.core.impl.ContextInternal;

/** Knows gRPC by HTTP/2's preface: with prior knowledge, or after TLS has agreed on h2. */
public final class GrpcProtocol implements Protocol {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final GrpcServer server;

    public GrpcProtocol(GrpcServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "gRPC";
    }

    @Override
    public Match match(ByteBuf firstBytes) {
        int length = Math.min(firstBytes.readableBytes(), PREFACE.length);
        for (int i = 0; i < length; i++) {
            if (firstBytes.getByte(firstBytes.readerIndex() + i) != PREFACE[i]) {
                return Match.NO;
            }
        }
        return length == PREFACE.length ? Match.YES : Match.MORE;
    }

    @Override
    public void install(Channel channel, ContextInternal context) {
        GrpcServerConnection connection = GrpcConnectionBuilder.server(server.options().connection(),
                (decoder, encoder, settings) -> new GrpcServerConnection(decoder, encoder, settings, server, channel, context));
        channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-grpc", connection);
    }
}
