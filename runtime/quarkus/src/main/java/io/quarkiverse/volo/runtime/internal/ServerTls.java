package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkiverse.volo.runtime.config.ServerConfig.TlsClientAuth;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;

/**
 * How the server uses TLS. Two are equal if certificates are all that may be different between them, which a listening server
 * can change.
 *
 * @param name of the TLS configuration
 * @param clientAuth whether clients are asked for certificates
 * @param sni whether a client's wish chooses among several certificates
 */
record ServerTls(String name, ClientAuth clientAuth, boolean sni) {

    static final String NAME_KEY = "quarkus.volo.server.tls-configuration-name";
    private static final String CLIENT_AUTH_KEY = "quarkus.volo.server.tls-client-auth";

    /** What gRPC's clients want to hear; Thrift's ask for no protocol. */
    private static final List<String> APPLICATION_PROTOCOLS = List.of("h2");

    /** @throws ConfigurationException with the key, if what is configured cannot be served with */
    static @Nullable ServerTls of(ServerConfig config, TlsConfigurations configurations) {
        Optional<String> name = config.tlsConfigurationName();
        if (name.isEmpty()) {
            if (config.tlsClientAuth() != TlsClientAuth.NONE) {
                throw new ConfigurationException(CLIENT_AUTH_KEY + ": " + lowerCase(config.tlsClientAuth())
                        + " (expected: none without " + NAME_KEY + ", as certificates are shown in TLS alone)");
            }
            return null;
        }
        TlsConfiguration tls = configurations.get(NAME_KEY, name.get());
        if (tls.getKeyStoreOptions() == null) {
            throw new ConfigurationException(NAME_KEY + ": '" + name.get() + "' has no certificate (expected: "
                    + "quarkus.tls." + name.get() + ".key-store.*)");
        }
        if (config.tlsClientAuth() != TlsClientAuth.NONE && tls.getTrustStoreOptions() == null) {
            throw new ConfigurationException(CLIENT_AUTH_KEY + ": " + lowerCase(config.tlsClientAuth())
                    + ", but nothing says whose certificates are taken (expected: quarkus.tls." + name.get()
                    + ".trust-store.*)");
        }
        return new ServerTls(name.get(), ClientAuth.valueOf(config.tlsClientAuth().name()), tls.usesSni());
    }

    private static String lowerCase(TlsClientAuth clientAuth) {
        return clientAuth == TlsClientAuth.REQUEST ? "request" : "required";
    }

    /** What the listener is told. */
    ListenerOptions listening(String host, int port, TlsConfiguration tls) {
        NetServerOptions server = new NetServerOptions();
        TlsConfigUtils.configure(server, tls);
        return new ListenerOptions(host, port, null, server.setClientAuth(clientAuth).setSni(sni), APPLICATION_PROTOCOLS, null);
    }
}
