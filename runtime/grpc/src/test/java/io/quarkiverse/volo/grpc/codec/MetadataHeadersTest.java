package io.quarkiverse.volo.grpc.codec;

import static io.grpc.Metadata.ASCII_STRING_MARSHALLER;
import static io.grpc.Metadata.BINARY_BYTE_MARSHALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;

class MetadataHeadersTest {

    private static final Key<String> TENANT = Key.of("tenant", ASCII_STRING_MARSHALLER);
    private static final Key<byte[]> TRACE = Key.of("trace-bin", BINARY_BYTE_MARSHALLER);

    private final Metadata metadata = new Metadata();
    private final Http2Headers headers = new DefaultHttp2Headers(false);

    @Test
    void textIsWrittenAsItIs() {
        metadata.put(TENANT, "acme");
        metadata.put(TENANT, "other, with a comma");
        MetadataHeaders.write(metadata, headers);
        assertThat(headers.getAll("tenant")).map(CharSequence::toString).containsExactly("acme", "other, with a comma");
        assertThat(MetadataHeaders.read(headers).getAll(TENANT)).containsExactly("acme", "other, with a comma");
    }

    @Test
    void bytesAreWrittenInBase64WithoutPadding() {
        metadata.put(TRACE, new byte[] { 0, -1, 2, 3 });
        MetadataHeaders.write(metadata, headers);
        assertThat(headers.get("trace-bin").toString()).isEqualTo("AP8CAw");
        assertThat(MetadataHeaders.read(headers).get(TRACE)).containsExactly(0, -1, 2, 3);
    }

    @Test
    void bytesAreReadWithPaddingToo() {
        headers.add("trace-bin", "AP8CAw==");
        assertThat(MetadataHeaders.read(headers).get(TRACE)).containsExactly(0, -1, 2, 3);
    }

    @Test
    void valuesThatWereJoinedByCommasAreTakenApart() {
        headers.add("trace-bin", "AQ==, Ag,Aw");
        assertThat(MetadataHeaders.read(headers).getAll(TRACE)).containsExactly(new byte[] { 1 }, new byte[] { 2 },
                new byte[] { 3 });
    }

    @Test
    void whatIsNotBase64IsPassedOver() {
        headers.add("trace-bin", "AQ").add("trace-bin", "*");
        assertThat(MetadataHeaders.read(headers).getAll(TRACE)).containsExactly(new byte[] { 1 });
    }

    @Test
    void namesThatMeanSomethingElseAreLeftOut() {
        headers.add(":status", "200").add("content-type", "application/grpc").add("grpc-status", "0").add("te", "trailers")
                .add("rpc-persist-key", "value").add("biz-status", "7").add("Odd", "1").add("od d", "1").add("-bin", "AQ")
                .add("tenant", "acme").add("rpc-other", "1").add("grpc-status-details-bin", "AQ");
        assertThat(MetadataHeaders.read(headers).keys()).containsExactlyInAnyOrder("tenant", "rpc-other",
                "grpc-status-details-bin");

        metadata.put(Key.of("grpc-timeout", ASCII_STRING_MARSHALLER), "1S");
        metadata.put(Key.of("user-agent", ASCII_STRING_MARSHALLER), "me");
        Http2Headers written = new DefaultHttp2Headers(false);
        MetadataHeaders.write(metadata, written);
        assertThat(written.isEmpty()).isTrue();
    }

    @Test
    void textThatNoHeaderCanHaveIsRefused() {
        metadata.put(TENANT, "line\nbreak");
        assertThatThrownBy(() -> MetadataHeaders.write(metadata, headers)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metadata 'tenant': character 10 at 4 (expected: printable ASCII, or a name that ends in -bin and"
                        + " bytes)");
    }
}
