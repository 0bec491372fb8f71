package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.RawClient.END_HEADERS;
import static io.quarkiverse.volo.grpc.testing.RawClient.END_STREAM;
import static io.quarkiverse.volo.grpc.testing.RawClient.block;
import static io.quarkiverse.volo.grpc.testing.RawClient.frame;
import static io.quarkiverse.volo.grpc.testing.RawClient.headersOf;
import static io.quarkiverse.volo.grpc.testing.RawClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.protobuf.StringValue;

import io.netty.handler.codec.http2.Http2Error;
import io.quarkiverse.volo.grpc.testing.RawClient;
import io.quarkiverse.volo.grpc.testing.RawClient.Frame;
import io.quarkiverse.volo.grpc.testing.TextsServer;
import io.quarkiverse.volo.grpc.transport.ConnectionSettings;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Uni;

/** Peers that mean no good lose their connection; what they had under way is cancelled, and others are served. */
class AbuseTest extends WithTextsServer {

    private static final String ECHO = "/test.v1.Texts/Echo";
    private static final byte[] HELLO = StringValue.of("hello").toByteArray();

    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    @BeforeEach
    void serveEcho() {
        server.echo((context, request) -> {
            if (!request.getValue().equals("wait")) {
                return Uni.createFrom().item(request);
            }
            served.incrementAndGet();
            return Uni.createFrom().<StringValue> nothing().onCancellation().invoke(cancelled::incrementAndGet);
        });
    }

    @AfterEach
    void othersAreServedAndNothingIsLeft() throws IOException {
        try (RawClient other = new RawClient(server.port())) {
            other.headers(1, headersOf(ECHO), false).data(1, true, message(HELLO));
            assertThat(other.status(1)).isEqualTo("0");
        }
        Await.until("nothing is under way", () -> TextsServer.done(server.server().callsUnderWay()) == 0);
        assertThat(cancelled).hasValue(served.get());
    }

    /** A server that hangs up may reset the connection while it is written to. */
    private static void sendAll(RawClient client, byte[] bytes) {
        try {
            client.send(bytes);
        } catch (IOException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
        }
    }

    @Test
    void rapidResets() throws IOException {
        ByteArrayOutputStream attack = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            int stream = 2 * i + 1;
            attack.writeBytes(frame(RawClient.HEADERS, END_HEADERS, stream, block(headersOf(ECHO))));
            attack.writeBytes(frame(RawClient.DATA, END_STREAM, stream, message(StringValue.of("wait").toByteArray())));
            attack.writeBytes(frame(RawClient.RST_STREAM, 0, stream, new byte[] { 0, 0, 0, 8 }));
        }
        try (RawClient client = new RawClient(server.port())) {
            sendAll(client, attack.toByteArray());

            assertThat(client.isClosed()).isTrue();
        }
        assertThat(served.get()).isBetween(1, ConnectionSettings.DEFAULT.maxResets() + 1);
    }

    @Test
    void aFloodOfPings() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 0; i < 4; i++) {
                client.send(RawClient.PING, 0, 0, new byte[8]);
            }
            Frame goAway = client.next(RawClient.GOAWAY);

            assertThat(goAway.error()).isEqualTo((int) Http2Error.ENHANCE_YOUR_CALM.code());
            assertThat(new String(goAway.payload(), 8, goAway.payload().length - 8, StandardCharsets.US_ASCII))
                    .isEqualTo("too_many_pings");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void headersInEndlessFrames() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send(RawClient.HEADERS, 0, 1, block(headersOf(ECHO)));
            for (int i = 0; i < 65; i++) {
                client.send(RawClient.CONTINUATION, 0, 1);
            }

            assertThat(client.next(RawClient.GOAWAY).error()).isEqualTo((int) Http2Error.ENHANCE_YOUR_CALM.code());
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aHeaderListOfAMebibyte() throws IOException {
        byte[] piece = new byte[16_384];
        Arrays.fill(piece, (byte) 'x');
        try (RawClient client = new RawClient(server.port())) {
            ByteArrayOutputStream attack = new ByteArrayOutputStream();
            attack.writeBytes(frame(RawClient.HEADERS, 0, 1, block(headersOf(ECHO))));
            for (int i = 0; i < 63; i++) {
                attack.writeBytes(frame(RawClient.CONTINUATION, 0, 1, piece));
            }
            sendAll(client, attack.toByteArray());

            assertThat(client.isClosed()).isTrue();
        }
    }

    /** The streams that it may have open bound what waits for it. */
    @Test
    void aPeerThatOpensMoreStreamsThanItMay() throws IOException {
        serve(GrpcServerOptions.DEFAULT.withConnection(ConnectionSettings.DEFAULT.withMaxConcurrentStreams(3)));
        serveEcho();
        try (RawClient client = new RawClient(server.port())) {
            for (int stream = 1; stream <= 7; stream += 2) {
                client.headers(stream, headersOf(ECHO), false);
            }
            Frame refused = client.next(RawClient.RST_STREAM);

            assertThat(refused.stream()).isEqualTo(7);
            assertThat(refused.error()).isEqualTo((int) Http2Error.REFUSED_STREAM.code());
        }
    }

    @Test
    void aPeerThatVanishesInTheMiddleOfAMessage() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.headers(1, headersOf(ECHO), false).data(1, false, (byte) 0, (byte) 0);
            client.headers(3, headersOf(ECHO), false).data(3, true, message(StringValue.of("wait").toByteArray()));
            Await.until("the second is served", () -> served.get() == 1);
        }
        Await.until("it is cancelled", () -> cancelled.get() == 1);
    }
}
