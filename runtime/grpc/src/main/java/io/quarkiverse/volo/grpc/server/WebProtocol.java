package io.quarkiverse.volo.grpc.server;

import java.util.Objects;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.HttpMethods;
import io.quarkiverse.volo.transport.Protocol;
import io.vertx.core.impl.ContextInternal;

/** Knows gRPC-Web over HTTP/1.1 by the method that a connection begins with; over HTTP/2 it is {@link GrpcProtocol}'s. */
public final class WebProtocol implements Protocol {

    private static final int MAX_LINE = 4 * 1024;
    private static final int MAX_CHUNK = 8 * 1024;

    private final GrpcServer server;
    private final WebOptions web;

    /** @param server one whose options have gRPC-Web */
    public WebProtocol(GrpcServer server) {
        this.server = server;
        this.web = Objects.requireNonNull(server.options().web(), "web");
    }

    @Override
    public String name() {
        return "gRPC-Web";
    }

    @Override
    public Match match(ByteBuf firstBytes) {
        return HttpMethods.match(firstBytes);
    }

    @Override
    public void install(Channel channel, ContextInternal context) {
        int maxHeaders = server.options().connection().maxHeaderListSize();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-http",
                new HttpServerCodec(MAX_LINE, maxHeaders, MAX_CHUNK));
        pipeline.addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-web", new WebConnection(server, web, channel, context));
    }
}
