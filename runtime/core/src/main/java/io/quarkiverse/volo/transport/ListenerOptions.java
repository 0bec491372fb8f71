package io.quarkiverse.volo.transport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vertx.core.net.NetServerOptions;

/**
 * Where and how a {@link Listener} listens.
 *
 * @param host the name or IP address of the interface to bind
 * @param port 0 for a free one, else 1 to 65535
 * @param server TLS, socket options, idle timeouts; host and port in it are not used. Copied
 * @param applicationProtocols the ALPN names to offer, the preferred one first; used only where {@code server} has TLS and
 *        {@code useAlpn}
 * @param classLoader the context class loader of the connections' Vert.x contexts; null for none
 */
public record ListenerOptions(String host, int port, NetServerOptions server, List<String> applicationProtocols,
        @Nullable ClassLoader classLoader) {

    private static final int MAX_PORT = 65_535;

    public ListenerOptions {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an IP address)");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0-65535)");
        }
        server = new NetServerOptions(server).setTcpNoDelay(true);
        applicationProtocols = List.copyOf(applicationProtocols);
    }

    /** A listener without TLS. */
    public static ListenerOptions plaintext(String host, int port, @Nullable ClassLoader classLoader) {
        return new ListenerOptions(host, port, new NetServerOptions(), List.of(), classLoader);
    }

    /** A copy: what Vert.x has options for is mutable. */
    @Override
    public NetServerOptions server() {
        return new NetServerOptions(server);
    }
}
