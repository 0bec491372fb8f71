package io.quarkiverse.volo.runtime.internal;

import java.util.SortedSet;
import java.util.TreeSet;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfig;

/** What Quarkus knows of TLS, by the names that server and clients are configured with. */
final class TlsConfigurations {

    private final TlsConfigurationRegistry registry;
    private final TlsConfig config;

    /** @param config tells the names, which the registry does not */
    TlsConfigurations(TlsConfigurationRegistry registry, TlsConfig config) {
        this.registry = registry;
        this.config = config;
    }

    /**
     * @param key the key that names it
     * @throws ConfigurationException if there is none of that name, with the names that there are
     */
    TlsConfiguration get(String key, String name) {
        return registry.get(name).orElseThrow(() -> new ConfigurationException(key + ": '" + name + "' (expected: "
                + names() + ")"));
    }

    private String names() {
        SortedSet<String> names = new TreeSet<>(config.namedCertificateConfig().keySet());
        return names.isEmpty() ? "the x of quarkus.tls.x.*, of which there is none" : "one of " + String.join(", ", names);
    }
}
