package io.quarkiverse.volo.thrift.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.client.ThriftClient;
import io.quarkiverse.volo.thrift.client.ThriftClientOptions;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Strangers and attackers on the real port: each gets what is due to it, and others go on being served. */
@ExtendWith(FailOnBufferLeak.class)
class HostileBytesTest {

    @RegisterExtension
    static final AllocationBound BOUND = new AllocationBound();

    // One loop, so that the stranger and the good client share it.
    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private static EchoServer server;
    private static ThriftClient client;
    private static ClientMethod<String, String> echo;

    @BeforeAll
    static void start() {
        server = EchoServer.start(VERTX, ThriftServerOptions.DEFAULT, (context, text) -> Uni.createFrom().item(text),
                BOUND::around);
        client = new ThriftClient(VERTX, new CallLoops(VERTX), ClientOptions.of("echo", FixedDiscovery.of(server.address())),
                ThriftClientOptions.DEFAULT, ConnectorOptions.plaintext(null), PoolOptions.DEFAULT.withBounds(1, 10));
        echo = client.method(Echo.ECHO);
        serveOthers();
    }

    @AfterAll
    static void stop() {
        EchoServer.done(client.close());
        server.close();
        EchoServer.done(VERTX.close());
    }

    @AfterEach
    void othersAreServed() {
        serveOthers();
    }

    private static void serveOthers() {
        assertThat(echo.call(CallOptions.DEFAULT, "others").await().atMost(Duration.ofSeconds(10))).isEqualTo("others");
    }

    private static Socket stranger() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** What the server answers before it closes. */
    private static byte[] answerTo(byte[] bytes) throws IOException {
        try (Socket socket = stranger()) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            serveOthers();
            return socket.getInputStream().readAllBytes();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "garbage, deadbeef00112233445566778899aabb", "TLS, 16030100a5010000a10303",
            "a negative frame length, ffffffff8001000100000004", "a frame of something else, 0000001012345678",
            "ssh, 5353482d322e302d4f70656e5353485f392e320d0a", "a Kafka-like length, 0000002300120003" })
    void strangersAreClosedWithoutAnAnswer(String what, String bytes) throws IOException {
        assertThat(answerTo(HexFormat.of().parseHex(bytes))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "GET / HTTP/1.1", "POST /echo HTTP/1.1", "HEAD / HTTP/1.1", "PUT /x HTTP/1.1", "OPTIONS * HTTP/1.1" })
    void anHttpRequestIsTold400(String line) throws IOException {
        byte[] answer = answerTo((line + "\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 400");
    }

    @Test
    void aFrameBeyondTheLimitIsAnsweredAndClosed() throws IOException {
        byte[] head = Messages.hex("7fffffff 80010001 00000004 6563686f 00000001 0b0001 7fffff00");

        String answer = HexFormat.of().formatHex(answerTo(head));

        // A frame, EXCEPTION, "echo", the request's id.
        assertThat(answer.substring(8)).startsWith("80010003" + "00000004" + "6563686f" + "00000001");
    }

    @Test
    void theSenderOfAFrameBeyondTheLimitGetsItsAnswerThoughItGoesOnSending() throws IOException {
        byte[] frame = new byte[1 << 20];
        byte[] head = Messages.hex("02000000 80010001 00000004 6563686f 00000001 0b0001 01fffff0");
        System.arraycopy(head, 0, frame, 0, head.length);

        String answer = HexFormat.of().formatHex(answerTo(frame));

        assertThat(answer).contains("80010003" + "00000004" + "6563686f" + "00000001");
    }

    @Test
    void aConnectionThatEndsInTheMiddleOfAMessageLeavesNothingBehind() throws IOException {
        try (Socket socket = stranger()) {
            socket.getOutputStream().write(Messages.hex("00000100 80010001 00000004 6563"));
            socket.getOutputStream().flush();
        }
        try (Socket socket = stranger()) {
            socket.getOutputStream().write(Messages.hex("80010001 00000004 6563686f 00000001 0b0001"));
            socket.getOutputStream().flush();
        }
    }

    @Test
    void randomFramesAreAnsweredOrClosed() throws IOException {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            byte[] bytes = new byte[23 + body.length];
            byte[] head = Messages.hex("00000000 80010001 00000004 6563686f 00000001");
            System.arraycopy(head, 0, bytes, 0, head.length);
            bytes[3] = (byte) (16 + body.length);
            System.arraycopy(body, 0, bytes, head.length, body.length);
            try (Socket socket = stranger()) {
                socket.getOutputStream().write(bytes, 0, 20 + body.length);
                socket.shutdownOutput();
                if (i % 50 == 0) {
                    serveOthers();
                }
                socket.getInputStream().readAllBytes();
            }
        }
    }
}
