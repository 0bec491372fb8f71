package io.quarkiverse.volo.grpc.client;

import static io.quarkiverse.volo.grpc.client.Caller.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.client.RawServer.Wire;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

/** Replies that are none: each fails its call by what gRPC has for it, and the next call is answered. */
@ExtendWith(FailOnBufferLeak.class)
class MisbehavingPeerTest {

    private static final String GRPC = "application/grpc";

    /** How a peer answers the first call of a connection. */
    private interface Answer {

        void send(Wire wire, int stream) throws IOException;
    }

    private static Arguments answered(String message, Answer answer) {
        return Arguments.of(message, answer);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                answered("INTERNAL: reply: data before the headers", (wire, stream) -> wire.data(stream, false, 0)),
                answered("INTERNAL: reply: no trailers at the end", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, true, 0, 0, 0, 0, 0);
                }),
                answered("UNKNOWN: HTTP status 200 without a gRPC status", (wire, stream) -> {
                    wire.begin(stream);
                    wire.headers(stream, true, "x", "y");
                }),
                answered("UNAVAILABLE: HTTP status 503 without a gRPC status",
                        (wire, stream) -> wire.headers(stream, false, ":status", "503", "content-type", "text/html")),
                answered("UNIMPLEMENTED: HTTP status 404 without a gRPC status",
                        (wire, stream) -> wire.headers(stream, true, ":status", "404")),
                answered("UNKNOWN: content-type: 'text/html' (expected: application/grpc)",
                        (wire, stream) -> wire.headers(stream, false, ":status", "200", "content-type", "text/html")),
                answered("INTERNAL: reply compressed by 'snappy' (expected: one of",
                        (wire, stream) -> wire.headers(stream, false, ":status", "200", "content-type", GRPC,
                                "grpc-encoding", "snappy")),
                answered("INTERNAL: message: compressed (expected: a grpc-encoding in the headers then)", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, false, 1, 0, 0, 0, 0);
                }),
                answered("RESOURCE_EXHAUSTED: message size: 4294967295 bytes (expected: at most 4194304)", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, false, 0, 0xFF, 0xFF, 0xFF, 0xFF);
                }),
                answered("INTERNAL: message: begins with 2", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, false, 2, 0, 0, 0, 0);
                }),
                answered("INTERNAL: message: cannot be read:", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, false, 0, 0, 0, 0, 2, 10, 9);
                }),
                answered("INTERNAL: message: the stream ends in it, after 2 bytes", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, false, 0, 0, 0, 0, 0, 0, 0);
                    wire.headers(stream, true, "grpc-status", "0");
                }),
                answered("INTERNAL: reply: a second message (expected: one)", (wire, stream) -> {
                    wire.begin(stream);
                    wire.data(stream, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                }),
                answered("INTERNAL: reply: no message (expected: one)", (wire, stream) -> {
                    wire.begin(stream);
                    wire.headers(stream, true, "grpc-status", "0");
                }),
                answered("INTERNAL: reply: no message (expected: one)",
                        (wire, stream) -> wire.headers(stream, true, ":status", "200", "grpc-status", "0")),
                answered("RESOURCE_EXHAUSTED: the peer reset the stream: ENHANCE_YOUR_CALM",
                        (wire, stream) -> wire.reset(stream, 11)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNoneFailsItsCallOnly(String message, Answer answer) {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            answer.send(wire, wire.request());
            wire.answer(wire.request());
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOf(StatusRuntimeException.class)
                    .hasMessageStartingWith(message);
            assertThat(await(caller.unary("next"))).isEqualTo("a");
            assertThat(server.connections).as("the connection is kept").hasValue(1);
        }
    }

    @Test
    void informationalHeadersArePassedOver() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int stream = wire.request();
            wire.headers(stream, false, ":status", "103", "link", "x");
            wire.answer(stream);
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThat(await(caller.unary("x"))).isEqualTo("a");
        }
    }

    @Test
    void aReplyToACallThatNeverWasEndsTheConnection() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int stream = wire.request();
            if (wire.number == 1) {
                wire.begin(99);
                wire.readToEnd();
            }
            wire.answer(stream);
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(VoloException.class, failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED);
                assertThat(failure.isUnprocessed()).isFalse();
            }).hasMessageContaining("the connection was closed before the reply");
            assertThat(await(caller.unary("next"))).isEqualTo("a");
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void whatComesAfterACallWasGivenUpIsDropped() {
        CompletableFuture<Integer> reset = new CompletableFuture<>();
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            int stream = wire.request();
            reset.complete(wire.read(RawServer.RST_STREAM).number());
            wire.answer(stream);
            wire.answer(wire.request());
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.unary(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200)), "x")))
                    .isInstanceOfSatisfying(VoloException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT));
            assertThat(reset).succeedsWithin(Caller.PATIENCE).isEqualTo(8); // CANCEL
            assertThat(await(caller.unary("next"))).isEqualTo("a");
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aPeerThatDoesNotSpeakHttp2IsToldSo() {
        try (RawServer server = new RawServer(wire -> {
            wire.out().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            wire.readToEnd();
        }); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(VoloException.class, failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
                assertThat(failure.isUnprocessed()).isTrue();
            }).hasMessageContaining("no HTTP/2 there");
        }
    }

    @Test
    void aConnectionThatIsCutFailsItsCalls() {
        try (RawServer server = new RawServer(wire -> {
            wire.greet(-1);
            wire.request();
        }); Caller caller = new Caller(server.address())) {
            assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(VoloException.class, failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED);
                assertThat(failure.isUnprocessed()).isFalse();
            });
        }
    }
}
