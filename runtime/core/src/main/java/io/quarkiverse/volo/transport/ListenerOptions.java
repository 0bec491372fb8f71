package io.quarkiverse.volo.transport;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.vertx.core.Future;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Where and how a {@link Listener} listens.
 *
 * @param host the name or IP address of the interface to bind
 * @param port 0 for a free one, else 1 to 65535
 * @param unixSocket a Unix domain socket to listen on instead of host and port, which are not used then
 * @param server TLS, socket options, idle timeouts; host and port in it are not used. Copied
 * @param applicationProtocols the ALPN names to offer, the preferred one first; used only where {@code server} has TLS and
 *        {@code useAlpn}
 * @param classLoader the context class loader of the connections' Vert.x contexts; null for none
 */
public record ListenerOptions(String host, int port, @Nullable Address unixSocket, NetServerOptions server,
        List<String> applicationProtocols, @Nullable ClassLoader classLoader) {

    private static final int MAX_PORT = 65_535;

    public ListenerOptions {
        if (unixSocket != null && unixSocket.path() == null) {
            throw new IllegalArgumentException("Unix domain socket: " + unixSocket + " (expected: unix:/path)");
        }
        if (unixSocket == null && host.isBlank()) {
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
        return new ListenerOptions(host, port, null, new NetServerOptions(), List.of(), classLoader);
    }

    /** A listener on a Unix domain socket. */
    public static ListenerOptions unixSocket(Address socket, @Nullable ClassLoader classLoader) {
        return new ListenerOptions("", 0, socket, new NetServerOptions(), List.of(), classLoader);
    }

    /** Has the server listen, on this port unless it is a Unix domain socket. */
    Future<NetServer> listen(NetServer server, int port) {
        return unixSocket == null ? server.listen(port, host)
                : server.listen(SocketAddress.domainSocketAddress(Objects.requireNonNull(unixSocket.path())));
    }

    /** Where that is, for messages. */
    String where(int port) {
        return unixSocket == null ? host + ":" + port : unixSocket.toString();
    }

    /** A copy: what Vert.x has options for is mutable. */
    @Override
    public NetServerOptions server() {
        return new NetServerOptions(server);
    }
}
