package io.quarkiverse.volo.transport;

import java.nio.charset.StandardCharsets;

import org.jboss.logging.Logger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.impl.ContextInternal;

/** Answers HTTP/1.x on a port that does not speak it: one status line, one sentence, the end. */
final class HttpRefusal implements Protocol {

    private static final Logger LOG = Logger.getLogger(HttpRefusal.class);

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
        return HttpMethods.match(firstBytes);
    }

    @Override
    public void install(Channel channel, ContextInternal context) {
        LOG.debugf("connection from %s closed: HTTP/1 on a port that does not speak it", channel.remoteAddress());
        channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-http-refusal", new Answering(answer));
    }

    /** Answers once and discards what it reads. */
    private static final class Answering extends ChannelInboundHandlerAdapter {

        private final byte[] answer;

        Answering(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            context.write(Unpooled.wrappedBuffer(answer), context.voidPromise());
            LingeringClose.close(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
