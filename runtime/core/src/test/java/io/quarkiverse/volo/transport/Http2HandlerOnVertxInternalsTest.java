package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Settings;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;

/**
 * Spike: Netty's Http2ConnectionHandler on a channel that Vert.x accepted, added when the first bytes have shown the preface,
 * and given the bytes read until then.
 */
@ExtendWith(FailOnBufferLeak.class)
class Http2HandlerOnVertxInternalsTest {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SETTINGS = { 0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 7 };
    private static final byte[] PING = { 0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8 };

    private final VertxForTests test = new VertxForTests(1);
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private NetServer server;

    @BeforeEach
    void listen() throws Exception {
        server = test.vertx.createNetServer().connectHandler(this::accepted);
        VertxForTests.await(server.listen(0, "localhost"));
    }

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    @Test
    void readsPrefaceAndFramesThatArriveTogether() throws Exception {
        try (var client = new TestClient(server.actualPort())) {
            client.send(join(PREFACE, SETTINGS, PING));
            assertThat(nextFrame()).isEqualTo("settings maxConcurrentStreams=7");
            assertThat(nextFrame()).isEqualTo("ping 102030405060708");
            assertThat(client.read(9).charAt(3)).as("type of the server's first frame: SETTINGS").isEqualTo((char) 4);
        }
    }

    @Test
    void readsAPrefaceThatArrivesByteByByte() throws Exception {
        try (var client = new TestClient(server.actualPort())) {
            for (byte b : join(PREFACE, SETTINGS, PING)) {
                client.send(new byte[] { b });
            }
            assertThat(nextFrame()).isEqualTo("settings maxConcurrentStreams=7");
            assertThat(nextFrame()).isEqualTo("ping 102030405060708");
        }
    }

    private void accepted(NetSocket socket) {
        ChannelPipeline pipeline = ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        pipeline.addBefore("handler", "first-bytes", new FirstBytes());
    }

    private String nextFrame() throws InterruptedException {
        return frames.poll(VertxForTests.SECONDS, TimeUnit.SECONDS);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuf joined = io.netty.buffer.Unpooled.wrappedBuffer(parts);
        byte[] bytes = new byte[joined.readableBytes()];
        joined.readBytes(bytes);
        return bytes;
    }

    private final class FirstBytes extends ByteToMessageDecoder {
        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            if (in.readableBytes() >= 4 && in.toString(in.readerIndex(), 4, StandardCharsets.US_ASCII).equals("PRI ")) {
                var http2 = new Http2ConnectionHandlerBuilder().server(true).frameListener(new Frames()).build();
                context.pipeline().addBefore("handler", "http2", http2);
                context.pipeline().remove(this); // hands on what it has read
            }
        }
    }

    private final class Frames extends Http2FrameAdapter {
        @Override
        public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) {
            frames.add("settings maxConcurrentStreams=" + settings.maxConcurrentStreams());
        }

        @Override
        public void onPingRead(ChannelHandlerContext context, long data) {
            frames.add("ping " + Long.toHexString(data));
        }
    }
}
