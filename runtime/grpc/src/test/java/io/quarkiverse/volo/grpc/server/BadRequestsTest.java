package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.RawClient.headersOf;
import static io.quarkiverse.volo.grpc.testing.RawClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.protobuf.StringValue;

import io.netty.handler.codec.http2.Http2Headers;
import io.quarkiverse.volo.grpc.testing.RawClient;
import io.quarkiverse.volo.grpc.testing.RawClient.Frame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Requests that are wrong: each is answered, and the next call on the same connection is served. */
class BadRequestsTest extends WithTextsServer {

    private static final String ECHO = "/test.v1.Texts/Echo";
    private static final byte[] HELLO = StringValue.of("hello").toByteArray();

    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        server.echo((context, request) -> Uni.createFrom().item(request));
        server.chat((context, requests) -> Uni.createFrom().item(Multi.createFrom().nothing()));
        client = new RawClient(server.port());
    }

    @AfterEach
    void theConnectionIsStillServed() throws IOException {
        client.headers(101, headersOf(ECHO), false).data(101, true, message(HELLO));
        assertThat(client.status(101)).isEqualTo("0");
        client.close();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = headersOf(ECHO);
        headers.put(name, value);
        return headers;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> headers = headersOf(ECHO);
        headers.remove(name);
        return headers;
    }

    @Test
    void aContentTypeThatIsNotGrpcs() throws IOException {
        client.headers(1, with("content-type", "application/json"), true);
        Http2Headers answer = client.trailers(1);
        assertThat(answer.status()).hasToString("415");
        assertThat(answer.get("grpc-message")).hasToString("content-type: 'application/json' (expected: application/grpc)");

        client.headers(3, without("content-type"), true);
        assertThat(client.trailers(3).status()).hasToString("415");
        client.headers(5, with("content-type", "application/grpcweb"), true);
        assertThat(client.trailers(5).status()).hasToString("415");
    }

    @ParameterizedTest
    @CsvSource({ "1, application/grpc+proto", "3, application/grpc;charset=utf-8", "5, APPLICATION/GRPC" })
    void aContentTypeWithMoreBehindItIsFine(int stream, String type) throws IOException {
        client.headers(stream, with("content-type", type), false).data(stream, true, message(HELLO));

        assertThat(client.status(stream)).isEqualTo("0");
    }

    @Test
    void theAnswerToTheRestOfARefusedRequestIsThatNobodyWantsIt() throws IOException {
        client.headers(1, with("content-type", "text/plain"), false);
        assertThat(client.trailers(1).status()).hasToString("415");

        Frame reset = client.next(RawClient.RST_STREAM);
        assertThat(reset.stream()).isEqualTo(1);
        assertThat(reset.error()).isZero();
    }

    @Test
    void aMethodOtherThanPost() throws IOException {
        client.headers(1, with(":method", "GET"), true);

        assertThat(client.trailers(1).status()).hasToString("405");
    }

    /** As grpc-java has it: what stands between might lose trailers, but need not. */
    @Test
    void aMissingTeIsBorne() throws IOException {
        client.headers(1, without("te"), false).data(1, true, message(HELLO));

        assertThat(client.status(1)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /no.Such/Method        | 12: unknown service: 'no.Such'
            /test.v1.Texts/No      | 12: unknown method: 'No' of service 'test.v1.Texts'
            /nothing               | 12: path: '/nothing' (expected: /service/Method)
            test.v1.Texts/Echo     | 12: path: 'test.v1.Texts/Echo' (expected: /service/Method)
            """)
    void aPathThatIsNotServed(String path, String status) throws IOException {
        client.headers(1, headersOf(path), true);

        assertThat(client.status(1)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200      | no unit
            xm       | no number
            999999999m | nine digits
            """)
    void aTimeoutThatIsNone(String timeout, String why) throws IOException {
        client.headers(1, with("grpc-timeout", timeout), true);

        assertThat(client.status(1)).as(why).startsWith("13: grpc-timeout: '" + timeout + "'");
    }

    @Test
    void aCompressedMessageWithoutAnEncoding() throws IOException {
        client.headers(1, headersOf(ECHO), false).data(1, true, compressed(HELLO));

        assertThat(client.status(1)).isEqualTo("13: message: compressed (expected: a grpc-encoding in the headers then)");
    }

    @Test
    void aFlagThatIsNone() throws IOException {
        byte[] message = message(HELLO);
        message[0] = 9;
        client.headers(1, headersOf(ECHO), false).data(1, true, message);

        assertThat(client.status(1)).isEqualTo("13: message: begins with 9 (expected: 0, or 1 if it is compressed)");
    }

    @Test
    void anUnknownEncoding() throws IOException {
        client.headers(1, with("grpc-encoding", "snappy"), false).data(1, true, compressed(HELLO));
        Http2Headers answer = client.trailers(1);

        assertThat(answer.get("grpc-status")).hasToString("12");
        assertThat(answer.get("grpc-accept-encoding")).hasToString("identity,gzip,deflate,zstd");
    }

    @Test
    void bytesThatTheEncodingDoesNotMake() throws IOException {
        client.headers(1, with("grpc-encoding", "gzip"), false).data(1, true, compressed(HELLO));

        assertThat(client.status(1)).startsWith("13: message: cannot be decompressed by gzip");
    }

    @Test
    void aMessageLongerThanTheLimit() throws IOException {
        client.headers(1, headersOf(ECHO), false).data(1, false, new byte[] { 0, 0x7F, 0, 0, 0, 1, 2, 3 });

        assertThat(client.status(1)).isEqualTo("8: message size: 2130706432 bytes (expected: at most 4194304)");
    }

    @Test
    void aBomb() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        byte[] message = compressed(bomb.toByteArray());
        client.headers(1, with("grpc-encoding", "gzip"), false);
        for (int at = 0; at < message.length; at += 16_384) {
            int end = Math.min(message.length, at + 16_384);
            client.data(1, end == message.length, Arrays.copyOfRange(message, at, end));
        }

        assertThat(client.status(1))
                .isEqualTo("8: message size, decompressed: more than 4194304 bytes (expected: at most 4194304)");
    }

    @Test
    void halfAMessage() throws IOException {
        byte[] message = message(HELLO);
        client.headers(1, headersOf(ECHO), false).data(1, true, Arrays.copyOf(message, message.length - 2));

        assertThat(client.status(1)).isEqualTo("13: message: the stream ends in it, after 10 bytes");
    }

    @Test
    void noMessageAtAll() throws IOException {
        client.headers(1, headersOf(ECHO), true);

        assertThat(client.status(1)).isEqualTo("13: request: no message (expected: one)");
    }

    @Test
    void twoMessagesWhereOneIsExpected() throws IOException {
        client.headers(1, headersOf(ECHO), false).data(1, false, message(HELLO)).data(1, true, message(HELLO));

        assertThat(client.status(1)).isEqualTo("13: request: more than one message (expected: one)");
    }

    @Test
    void aMessageThatIsNotTheMethods() throws IOException {
        client.headers(1, headersOf(ECHO), false).data(1, true, message((byte) 10, (byte) 99));

        assertThat(client.status(1)).startsWith("13: message: cannot be read: ");
    }

    @Test
    void aRequestInPiecesOfOneByteIsFine() throws IOException {
        client.headers(1, headersOf(ECHO), false);
        byte[] message = message(HELLO);
        for (int i = 0; i < message.length; i++) {
            client.data(1, i == message.length - 1, message[i]);
        }

        assertThat(client.status(1)).isEqualTo("0");
    }

    @Test
    void aRequestThatDoesNotArriveInTime() throws IOException {
        client.headers(1, with("grpc-timeout", "50m"), false).data(1, false, (byte) 0);

        assertThat(client.status(1)).startsWith("4: test.v1.Texts.Echo from 127.0.0.1:")
                .endsWith("the request did not arrive within the 50 ms that its caller gave it");
    }

    @Test
    void aHeaderListThatIsTooLong() throws IOException {
        client.headers(1, with("x", "y".repeat(9_000)), true);

        assertThat(client.trailers(1).status()).hasToString("431");
    }

    private static byte[] compressed(byte[] content) {
        return ByteBuffer.wrap(message(content)).put(0, (byte) 1).array();
    }
}
