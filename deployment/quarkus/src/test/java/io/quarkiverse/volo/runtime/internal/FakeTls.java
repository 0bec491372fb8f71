package io.quarkiverse.volo.runtime.internal;

import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;

/**
 * A TLS configuration that nothing is dialed with.
 *
 * @param keys whether it has a key store
 * @param trust whether it has a trust store
 */
record FakeTls(boolean keys, boolean trust, boolean trustsAll, Optional<String> verification) implements TlsConfiguration {

    static final FakeTls COMPLETE = new FakeTls(true, true, false, Optional.empty());

    /** Knows this configuration by one name. */
    TlsConfigurations as(String name) {
        TlsConfig config = ConfigUtils.emptyConfigBuilder().addDiscoveredConverters().withMapping(TlsConfig.class)
                .withSources(new PropertiesConfigSource(java.util.Map.of("quarkus.tls." + name + ".trust-all", "false"), "tls",
                        500))
                .build().getConfigMapping(TlsConfig.class);
        return new TlsConfigurations(new TlsConfigurationRegistry() {

            @Override
            public Optional<TlsConfiguration> get(String wanted) {
                return wanted.equals(name) ? Optional.of(FakeTls.this) : Optional.empty();
            }

            @Override
            public Optional<TlsConfiguration> getDefault() {
                return Optional.empty();
            }

            @Override
            public void register(String name, TlsConfiguration configuration) {
                throw new UnsupportedOperationException();
            }
        }, config);
    }

    @Override
    public KeyStore getKeyStore() {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyCertOptions getKeyStoreOptions() {
        return keys ? new PfxOptions() : null;
    }

    @Override
    public KeyStore getTrustStore() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrustOptions getTrustStoreOptions() {
        return trust ? new PfxOptions() : null;
    }

    @Override
    public SSLOptions getSSLOptions() {
        return new SSLOptions().setUseAlpn(true).setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
    }

    @Override
    public SSLContext createSSLContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isTrustAll() {
        return trustsAll;
    }

    @Override
    public Optional<String> getHostnameVerificationAlgorithm() {
        return verification;
    }

    @Override
    public boolean usesSni() {
        return true;
    }

    @Override
    public boolean reload() {
        return false;
    }
}
