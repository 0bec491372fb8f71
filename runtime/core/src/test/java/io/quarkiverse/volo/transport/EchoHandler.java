package io.quarkiverse.volo.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.ContextInternal;

/** Sends back what it reads. */
final class EchoHandler extends ChannelInboundHandlerAdapter {

    static void install(Channel channel, ContextInternal context) {
        channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "echo", new EchoHandler());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        context.writeAndFlush(message);
    }
}
