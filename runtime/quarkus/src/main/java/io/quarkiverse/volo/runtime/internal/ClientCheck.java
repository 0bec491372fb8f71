package io.quarkiverse.volo.runtime.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.logging.Logger;

import io.quarkiverse.volo.runtime.config.ClientConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/** Compares the clients that are configured with those that are injected. */
final class ClientCheck {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.client");

    /** A shorter one would be a mistake, and keep a worker busy. */
    private static final Duration SHORTEST_REFRESH = Duration.ofMillis(10);

    private final Map<String, ClientConfig> configured;
    private final Map<String, List<String>> injected;

    /** @param injected where each client is injected, by its name */
    ClientCheck(Map<String, ClientConfig> configured, Map<String, List<String>> injected) {
        this.configured = configured;
        this.injected = new TreeMap<>(injected);
    }

    /** Outside of dev and test mode nobody else can know whom to call. */
    void refuseMissingAddresses() {
        List<String> problems = new ArrayList<>();
        injected.forEach((name, where) -> {
            ClientConfig config = configured.get(name);
            if (!where.isEmpty() && (config == null || config.address().isEmpty())) {
                problems.add(ClientAddresses.key(name) + ": not set (expected: host:port of the peer); client '" + name
                        + "' is injected at " + String.join(", ", where));
            }
        });
        Problems.refuse(problems);
    }

    /** What stands there must be readable, in every mode. */
    void refuseBadAddresses() {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(configured).forEach((name, config) -> {
            try {
                config.address().ifPresent(text -> ClientAddresses.parse(name, text));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
            if (config.dnsRefresh().compareTo(SHORTEST_REFRESH) < 0) {
                problems.add(
                        ClientAddresses.key(name, "dns-refresh") + ": " + config.dnsRefresh() + " (expected: at least 10 ms)");
            }
        });
        Problems.refuse(problems);
    }

    /** Where there are no Unix domain sockets nobody is to be called over one. */
    void refuseUnixSockets(Vertx vertx) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(configured).forEach((name, config) -> unixSocket(name, config)
                .map(text -> NativeTransport.missingFor(ClientAddresses.key(name), text, vertx))
                .ifPresent(problems::add));
        Problems.refuse(problems);
    }

    /** The address of a client that calls over a Unix domain socket, as it is configured. */
    private static Optional<String> unixSocket(String name, ClientConfig config) {
        return config.address().filter(text -> ClientAddresses.parse(name, text) instanceof ClientTarget.Fixed fixed
                && fixed.addresses().stream().anyMatch(address -> address.path() != null));
    }

    /** Nobody is to be called without TLS by mistake. */
    void refuseTls(TlsConfigurations known) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(configured).forEach((name, config) -> config.tlsConfigurationName().ifPresent(tls -> {
            String key = ClientAddresses.key(name, "tls-configuration-name");
            unixSocket(name, config).ifPresent(address -> problems.add(key + ": '" + tls + "' (expected: not set, as "
                    + address + " is a Unix domain socket, which has no TLS)"));
            try {
                known.get(key, tls);
            } catch (ConfigurationException e) {
                problems.add(e.getMessage());
            }
        }));
        Problems.refuse(problems);
    }

    /** A layer that is missing may be the one that guards the call. */
    void refuseUnknownLayers(NamedLayers known) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(configured).forEach((name, config) -> problems
                .addAll(known.unknown(ClientAddresses.key(name, "layers"), config.layers())));
        Problems.refuse(problems);
    }

    void warnOfUnused() {
        SortedSet<String> unused = new TreeSet<>(configured.keySet());
        unused.removeAll(injected.keySet());
        if (!unused.isEmpty()) {
            LOG.warnf("quarkus.volo.clients: %s configured, but injected nowhere (known clients: %s)",
                    String.join(", ", unused), injected.isEmpty() ? "none" : String.join(", ", injected.keySet()));
        }
    }
}
