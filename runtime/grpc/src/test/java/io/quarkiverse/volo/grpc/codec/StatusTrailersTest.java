package io.quarkiverse.volo.grpc.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

class StatusTrailersTest {

    private static final Metadata.Key<byte[]> DETAILS = Metadata.Key.of("grpc-status-details-bin",
            Metadata.BINARY_BYTE_MARSHALLER);

    private final Http2Headers trailers = new DefaultHttp2Headers(false);

    private RuntimeException read() {
        return StatusTrailers.read(trailers, "200", "Cart.Add");
    }

    @Test
    void successIsNoFailure() {
        StatusTrailers.writeOk(trailers);
        assertThat(trailers.get("grpc-status").toString()).isEqualTo("0");
        assertThat(read()).isNull();
    }

    @Test
    void aStatusArrivesWithItsTextAndItsTrailers() {
        Metadata own = new Metadata();
        own.put(DETAILS, new byte[] { 1, 2 });
        StatusTrailers.write(Status.NOT_FOUND.withDescription("no caf\u00e9").asRuntimeException(own), false, trailers);

        assertThat(trailers.get("grpc-status").toString()).isEqualTo("5");
        assertThat(trailers.get("grpc-message").toString()).isEqualTo("no caf%C3%A9");
        assertThat(read()).isInstanceOfSatisfying(StatusRuntimeException.class, told -> {
            assertThat(told).hasMessage("NOT_FOUND: no caf\u00e9");
            assertThat(told.getTrailers().get(DETAILS)).containsExactly(1, 2);
        });
    }

    @Test
    void aBusinessErrorArrivesAsOneAndIsAFailureToOthers() {
        StatusTrailers.write(new BizException(4711, "sold out", Map.of("item", "caf\u00e9")), false, trailers);

        assertThat(trailers.get("grpc-status").toString()).isEqualTo("13");
        assertThat(trailers.get("grpc-message").toString()).isEqualTo("sold out");
        assertThat(trailers.get("biz-status").toString()).isEqualTo("4711");
        assertThat(trailers.get("biz-extra").toString()).isEqualTo("{\"item\":\"caf\\u00E9\"}");
        assertThat(read()).isInstanceOfSatisfying(BizException.class, told -> {
            assertThat(told.code()).isEqualTo(4711);
            assertThat(told.getMessage()).isEqualTo("sold out");
            assertThat(told.extra()).isEqualTo(Map.of("item", "caf\u00e9"));
        });
    }

    @Test
    void kitexWritesExtraAsItIs() {
        trailers.set("grpc-status", "13").set("biz-status", "1")
                .set("biz-extra", new AsciiString("{\"a\":\"caf\u00e9\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(((BizException) read()).extra()).isEqualTo(Map.of("a", "caf\u00e9"));
    }

    @ParameterizedTest
    @CsvSource({ "x, 13", "0, 13", "'', 13" })
    void aBusinessErrorThatIsNoneIsPassedOver(String biz, String status) {
        trailers.set("grpc-status", status).set("biz-status", biz);
        assertThat(read()).isInstanceOf(StatusRuntimeException.class).hasMessage("INTERNAL");
    }

    @ParameterizedTest
    @CsvSource({ "TIMEOUT, DEADLINE_EXCEEDED", "OVERLOAD, RESOURCE_EXHAUSTED", "CONNECT, UNAVAILABLE",
            "CONNECTION_CLOSED, UNAVAILABLE", "UNAVAILABLE, UNAVAILABLE", "CANCELLED, CANCELLED", "PROTOCOL, INTERNAL",
            "APPLICATION, INTERNAL", "UNAUTHENTICATED, UNAUTHENTICATED", "PERMISSION_DENIED, PERMISSION_DENIED" })
    void kindsHaveTheirStatus(ErrorKind kind, Status.Code code) {
        assertThat(StatusMapping.statusOf(new VoloException(kind, "text", null), false).getCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void textsThatWereNotMadeForCallersAreKept(ErrorKind kind) {
        VoloException failure = new VoloException(kind, "secret", null);
        boolean told = Set.of(ErrorKind.TIMEOUT, ErrorKind.OVERLOAD, ErrorKind.UNAUTHENTICATED, ErrorKind.PERMISSION_DENIED)
                .contains(kind);
        assertThat(StatusMapping.statusOf(failure, false).getDescription())
                .isEqualTo(told ? "secret" : "internal error: " + kind);
        assertThat(StatusMapping.statusOf(failure, true).getDescription()).isEqualTo("secret");
    }

    @Test
    void whatNobodyExpectedIsUnknown() {
        Status hidden = StatusMapping.statusOf(new IllegalStateException("secret"), false);
        assertThat(hidden.getCode()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(hidden.getDescription()).isEqualTo("internal error");
        assertThat(StatusMapping.statusOf(new IllegalStateException("secret"), true).getDescription())
                .isEqualTo("java.lang.IllegalStateException: secret");
    }

    @ParameterizedTest
    @CsvSource({ "17, UNKNOWN: Unknown code 17", "x, UNKNOWN: grpc-status that is none: 'x'", "'', UNKNOWN: empty grpc-status",
            "0001, UNKNOWN: grpc-status that is none: '0001'", "016, UNAUTHENTICATED" })
    void aStatusThatIsNoneIsUnknown(String status, String message) {
        trailers.set("grpc-status", status);
        assertThat(read()).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({ "400, INTERNAL", "401, UNAUTHENTICATED", "403, PERMISSION_DENIED", "404, UNIMPLEMENTED", "429, UNAVAILABLE",
            "502, UNAVAILABLE", "503, UNAVAILABLE", "504, UNAVAILABLE", "200, UNKNOWN", "500, UNKNOWN" })
    void withoutAStatusThatOfHttpCounts(String http, Status.Code code) {
        assertThat(StatusTrailers.read(trailers, http, "Cart.Add")).isInstanceOfSatisfying(StatusRuntimeException.class,
                told -> {
                    assertThat(told.getStatus().getCode()).isEqualTo(code);
                    assertThat(told).hasMessageContaining("HTTP status " + http + " without a gRPC status");
                });
    }

    @ParameterizedTest
    @CsvSource({ "0, INTERNAL", "1, INTERNAL", "7, UNAVAILABLE", "8, CANCELLED", "11, RESOURCE_EXHAUSTED",
            "12, PERMISSION_DENIED", "99, UNKNOWN" })
    void resetsHaveTheirStatus(long errorCode, Status.Code code) {
        assertThat(HttpStatusMapping.ofReset(errorCode).getCode()).isEqualTo(code);
    }
}
