package io.quarkiverse.volo.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import io.vertx.core.http.ClientAuth;

/** What is asked of a TLS configuration, and what becomes of it. */
class TlsSettingsTest {

    private static ServerTls server(FakeTls tls, Map<String, String> keys) {
        VoloConfig config = ConfigUtils.emptyConfigBuilder().addDiscoveredConverters().withMapping(VoloConfig.class)
                .withSources(new PropertiesConfigSource(keys, "keys", 500)).build().getConfigMapping(VoloConfig.class);
        return ServerTls.of(config.server(), tls.as("ours"));
    }

    @Test
    void aServerWithoutACertificateIsRefused() {
        assertThatThrownBy(() -> server(new FakeTls(false, true, false, Optional.empty()),
                Map.of("quarkus.volo.server.tls-configuration-name", "ours")))
                .hasMessage("quarkus.volo.server.tls-configuration-name: 'ours' has no certificate"
                        + " (expected: quarkus.tls.ours.key-store.*)");
    }

    @Test
    void whoAsksForCertificatesMustSayWhoseAreTaken() {
        assertThatThrownBy(() -> server(new FakeTls(true, false, false, Optional.empty()),
                Map.of("quarkus.volo.server.tls-configuration-name", "ours",
                        "quarkus.volo.server.tls-client-auth", "required")))
                .hasMessage("quarkus.volo.server.tls-client-auth: required, but nothing says whose certificates are taken"
                        + " (expected: quarkus.tls.ours.trust-store.*)");
    }

    @Test
    void withoutTlsNobodyCanBeAskedForACertificate() {
        assertThatThrownBy(() -> server(FakeTls.COMPLETE, Map.of("quarkus.volo.server.tls-client-auth", "request")))
                .hasMessage("quarkus.volo.server.tls-client-auth: request (expected: none without"
                        + " quarkus.volo.server.tls-configuration-name, as certificates are shown in TLS alone)");
    }

    @Test
    void theServerOffersHttp2AndAsksForCertificatesAsConfigured() {
        ServerTls tls = server(FakeTls.COMPLETE, Map.of("quarkus.volo.server.tls-configuration-name", "ours",
                "quarkus.volo.server.tls-client-auth", "required"));

        ListenerOptions options = tls.listening("localhost", 0, FakeTls.COMPLETE);

        assertThat(options.applicationProtocols()).containsExactly("h2");
        assertThat(options.server().isUseAlpn()).isTrue();
        assertThat(options.server().isSni()).isTrue();
        assertThat(options.server().getClientAuth()).isEqualTo(ClientAuth.REQUIRED);
        assertThat(options.server().getEnabledSecureTransportProtocols()).containsExactly("TLSv1.3");
    }

    @ParameterizedTest
    @CsvSource({ "false, , HTTPS", "true, , ''", "false, NONE, ''", "true, HTTPS, HTTPS", "false, LDAPS, LDAPS" })
    void theHostIsVerifiedUnlessTheTlsConfigurationSaysOtherwise(boolean trustsAll, String configured, String used) {
        FakeTls tls = new FakeTls(false, true, trustsAll, Optional.ofNullable(configured));

        assertThat(ClientTls.options(tls, List.of()).getHostnameVerificationAlgorithm()).isEqualTo(used);
    }

    @Test
    void gRpcAsksForItsProtocolAndThriftForNone() {
        assertThat(ClientTls.options(FakeTls.COMPLETE, ClientFactory.GRPC_PROTOCOLS).isUseAlpn()).isTrue();
        assertThat(ClientTls.update(FakeTls.COMPLETE, ClientFactory.GRPC_PROTOCOLS).isUseAlpn()).isTrue();
        assertThat(ClientTls.options(FakeTls.COMPLETE, ClientFactory.THRIFT_PROTOCOLS).isUseAlpn()).isFalse();
        assertThat(ClientTls.update(FakeTls.COMPLETE, ClientFactory.THRIFT_PROTOCOLS).isUseAlpn()).isFalse();
    }
}
