package io.quarkiverse.volo.transport;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * Closes a connection in a way that its peer gets the last answer. Closing a socket whose input was not read makes the kernel
 * reset it, and the peer may then lose what it has not read; so this side ends its output first and gives the peer a moment to
 * end its own. Who uses it must go on reading, and discard what it reads.
 */
public final class LingeringClose {

    private static final int LINGER_SECONDS = 1;

    private LingeringClose() {
    }

    /** Flushes what has been written, ends the output, and closes when the peer ends its own, or after a second. */
    public static void close(ChannelHandlerContext context) {
        ScheduledFuture<?> timer = context.executor().schedule(() -> closeNow(context), LINGER_SECONDS, TimeUnit.SECONDS);
        context.channel().closeFuture().addListener(closed -> timer.cancel(false));
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> endOutput(context));
    }

    private static void endOutput(ChannelHandlerContext context) {
        if (context.channel() instanceof SocketChannel socket && context.pipeline().get(SslHandler.class) == null) {
            ChannelFuture unused = socket.shutdownOutput();
        } else {
            closeNow(context);
        }
    }

    private static void closeNow(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }
}
