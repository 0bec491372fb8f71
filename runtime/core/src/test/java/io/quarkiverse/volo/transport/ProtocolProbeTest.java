package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.testing.CapturedLog;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.impl.ContextInternal;

@ExtendWith(FailOnBufferLeak.class)
class ProtocolProbeTest {

    private static final String REFUSAL = "HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\ncontent-length: 45\r\n"
            + "connection: close\r\n\r\nThis port speaks alpha, preface, not HTTP/1.\n";

    private final CapturedLog log = new CapturedLog(ProtocolProbe.class.getName());
    private final StartsWith alpha = new StartsWith("alpha", "8001");
    private final StartsWith preface = new StartsWith("preface", hex("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    @Test
    void handsAllBytesOnAndLeaves() {
        EmbeddedChannel channel = connection();
        send(channel, "8001000100000002");
        assertThat(received(channel)).isEqualTo("8001000100000002");
        assertThat(channel.pipeline().names()).contains("alpha").doesNotContain("volo-probe");
        assertThat(channel.runScheduledPendingTasks()).as("no timer is left").isEqualTo(-1);
        send(channel, "ff");
        assertThat(received(channel)).isEqualTo("ff");
        channel.finishAndReleaseAll();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void waitsForMoreBytesAndHandsThemOnTogether() {
        EmbeddedChannel channel = connection();
        String bytes = hex("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        for (int i = 0; i < bytes.length() - 2; i += 2) {
            send(channel, bytes.substring(i, i + 2));
            assertThat(channel.inboundMessages()).isEmpty();
        }
        send(channel, bytes.substring(bytes.length() - 2) + "000000");
        assertThat(received(channel)).isEqualTo(bytes + "000000");
        assertThat(channel.pipeline().names()).contains("preface");
        channel.finishAndReleaseAll();
    }

    @Test
    void closesAnUnknownProtocolWithOneLogLine() {
        EmbeddedChannel channel = connection();
        send(channel, "00".repeat(30));
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.pipeline().get("volo-probe")).isNull();
        assertThat(log.lines()).containsExactly("INFO connection from embedded closed: unknown protocol, it starts with "
                + "00".repeat(24) + " (expected: alpha, preface)");
    }

    @Test
    void doesNotWaitForMoreThan24Bytes() {
        EmbeddedChannel channel = connection(new Undecided());
        send(channel, "00".repeat(23));
        assertThat(channel.isOpen()).isTrue();
        send(channel, "00");
        assertThat(channel.isOpen()).isFalse();
        assertThat(log.lines()).singleElement().asString().contains("(expected: undecided)");
    }

    @Test
    void namesTheKeyToAPeerThatSpeaksTlsOnAPlaintextPort() {
        EmbeddedChannel channel = connection();
        send(channel, "160301");
        assertThat(channel.isOpen()).isFalse();
        assertThat(log.lines()).containsExactly("INFO connection from embedded closed: TLS on a plaintext port"
                + " (expected: plaintext, or a value for quarkus.volo.server.tls-configuration-name)");
    }

    @Test
    void closesAConnectionThatShowsNothingInTime() {
        EmbeddedChannel channel = connection();
        channel.advanceTimeBy(9_999, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(log.lines()).containsExactly("DEBUG connection from embedded closed: no byte within 10000 ms");
    }

    @Test
    void closesAConnectionThatShowsTooLittleInTime() {
        EmbeddedChannel channel = connection();
        send(channel, "80");
        channel.advanceTimeBy(10, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(log.lines())
                .containsExactly("INFO connection from embedded closed: no known protocol within 10000 ms, only 80");
    }

    @Test
    void isSilentWhenThePeerClosesBeforeTheFirstByte() {
        connection().close();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void releasesWhatItHoldsWhenThePeerCloses() {
        EmbeddedChannel channel = connection();
        ByteBuf bytes = send(channel, "80");
        channel.close();
        assertThat(bytes.refCnt()).isZero();
        assertThat(log.lines()).containsExactly("DEBUG connection from embedded was closed by the peer after 80");
    }

    @Test
    void closesAConnectionWhoseProtocolCannotBeInstalled() {
        EmbeddedChannel channel = connection(new StartsWith("broken", "01") {
            @Override
            public void install(Channel broken, ContextInternal context) {
                throw new IllegalStateException("on purpose");
            }
        });
        ByteBuf bytes = send(channel, "01");
        assertThat(channel.isOpen()).isFalse();
        assertThat(bytes.refCnt()).isZero();
        assertThat(log.lines()).containsExactly("ERROR connection from embedded closed: broken could not be installed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "POST /x HTTP/1.1\r\n", "PUT /", "HEAD /", "OPTIONS *", "DELETE /",
            "PATCH /" })
    void tellsAnHttp1ClientWhatThisPortIs(String request) {
        EmbeddedChannel channel = connection();
        send(channel, hex(request.substring(0, 2)));
        assertThat(channel.isOpen()).isTrue();
        send(channel, hex(request.substring(2)));
        ByteBuf answer = channel.readOutbound();
        assertThat(answer.toString(StandardCharsets.US_ASCII)).isEqualTo(REFUSAL);
        answer.release();
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void letsAnHttp1ClientWithALongBodyReadTheAnswer() throws Exception {
        var test = new VertxForTests(1);
        try (test) {
            Listener listener = VertxForTests.await(Listener.listen(test.vertx,
                    ListenerOptions.plaintext("localhost", 0, null), initializer(alpha, preface)));
            try (var client = new TestClient(listener.port())) {
                client.send("POST / HTTP/1.1\r\ncontent-length: 1000000\r\n\r\n" + "x".repeat(1_000_000));
                assertThat(client.readAll()).isEqualTo(REFUSAL);
            }
        }
    }

    private EmbeddedChannel connection() {
        return connection(alpha, preface);
    }

    private static EmbeddedChannel connection(Protocol... protocols) {
        var channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(ConnectionInitializer.VERTX_HANDLER, new ChannelInboundHandlerAdapter());
        initializer(protocols).initialize(channel, null);
        return channel;
    }

    private static ConnectionInitializer initializer(Protocol... protocols) {
        return ProtocolProbe.initializer(List.of(protocols), ProtocolProbe.DEFAULT_HANDSHAKE_TIMEOUT);
    }

    private static ByteBuf send(EmbeddedChannel channel, String hex) {
        byte[] content = ByteBufUtil.decodeHexDump(hex);
        ByteBuf bytes = PooledByteBufAllocator.DEFAULT.directBuffer(content.length).writeBytes(content);
        channel.writeInbound(bytes);
        return bytes;
    }

    private static String received(EmbeddedChannel channel) {
        ByteBuf bytes = channel.readInbound();
        String hex = ByteBufUtil.hexDump(bytes);
        bytes.release();
        return hex;
    }

    private static String hex(String text) {
        return ByteBufUtil.hexDump(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A protocol that is known by a fixed prefix. */
    private static class StartsWith implements Protocol {
        private final String name;
        private final String prefix;

        StartsWith(String name, String prefix) {
            this.name = name;
            this.prefix = prefix;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Match match(ByteBuf firstBytes) {
            String bytes = ByteBufUtil.hexDump(firstBytes);
            if (bytes.startsWith(prefix)) {
                return Match.YES;
            }
            return prefix.startsWith(bytes) ? Match.MORE : Match.NO;
        }

        @Override
        public void install(Channel channel, ContextInternal context) {
            channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, name, new ChannelInboundHandlerAdapter());
        }
    }

    /** A protocol that can never decide. */
    private static final class Undecided extends StartsWith {
        Undecided() {
            super("undecided", "");
        }

        @Override
        public Match match(ByteBuf firstBytes) {
            return Match.MORE;
        }
    }
}
