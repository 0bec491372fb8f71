package io.quarkiverse.volo.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.impl.ContextInternal;

/** Answers HTTP/1.x on a port that does not speak it: one status line, one sentence, the end. */
final class HttpRefusal implements Protocol {

    private static final Logger LOG = Logger.getLogger(HttpRefusal.class);

    private static final int METHOD_BYTES = 4;
    private static final List<byte[]> METHODS = List.of(ascii("GET "), ascii("POST"), ascii("PUT "), ascii("HEAD"),
            ascii("OPTI"), ascii("DELE"), ascii("PATC"));

    private final byte[] answer;

    /** @param served what the port speaks, for the answer */
    HttpRefusal(String served) {
        String body = "This port speaks " + served + ", not HTTP/1.\n";
        answer = ascii("HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\ncontent-length: " + body.length()
                + "\r\nconnection: close\r\n\r\n" + body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String name() {
        return "HTTP/1";
    }

    @Override
    public Match match(ByteBuf firstBytes) {
        int length = Math.min(firstBytes.readableBytes(), METHOD_BYTES);
        for (byte[] method : METHODS) {
            if (startsWith(firstBytes, method, length)) {
                return length == METHOD_BYTES ? Match.YES : Match.MORE;
            }
        }
        return Match.NO;
    }

    private static boolean startsWith(ByteBuf bytes, byte[] method, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes.getByte(bytes.readerIndex() + i) != method[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void install(Channel channel, ContextInternal context) {
        LOG.debugf("connection from %s closed: HTTP/1 on a port that does not speak it", channel.remoteAddress());
        channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-http-refusal", new Answering(answer));
    }

    /**
     * Answers once and discards what it reads. Closing a socket whose input was not read makes the kernel reset it, and the
     * peer may then lose the answer; so this side ends its output first and gives the peer a moment to end its own.
     */
    private static final class Answering extends ChannelInboundHandlerAdapter {

        private static final int LINGER_SECONDS = 1;

        private final byte[] answer;
        private @Nullable ScheduledFuture<?> timer;

        Answering(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            timer = context.executor().schedule(() -> close(context), LINGER_SECONDS, TimeUnit.SECONDS);
            context.writeAndFlush(Unpooled.wrappedBuffer(answer))
                    .addListener(written -> endOutput(context));
        }

        private static void endOutput(ChannelHandlerContext context) {
            if (context.channel() instanceof SocketChannel socket && context.pipeline().get(SslHandler.class) == null) {
                ChannelFuture unused = socket.shutdownOutput();
            } else {
                close(context);
            }
        }

        private static void close(ChannelHandlerContext context) {
            ChannelFuture unused = context.close();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }
}
