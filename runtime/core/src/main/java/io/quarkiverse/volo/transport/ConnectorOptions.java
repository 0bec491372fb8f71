package io.quarkiverse.volo.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.netty.channel.Channel;
import io.vertx.core.net.NetClientOptions;

/**
 * How a {@link Connector} dials.
 *
 * @param connectTimeout how long resolving the name, connecting and the TLS handshake may take together; at least 1 ms
 * @param client TLS, socket options; timeouts of connecting and reconnects in it are not used. Copied
 * @param classLoader the context class loader of the connections' Vert.x contexts; null for none
 * @param opened told of each connection, on its event loop, before anything is sent over it
 * @param serverName with TLS, whom a peer is asked to be and must prove to be where it is dialed by an IP address, as those of
 *        a DNS name are; null for the address itself
 */
public record ConnectorOptions(Duration connectTimeout, NetClientOptions client, @Nullable ClassLoader classLoader,
        Consumer<Channel> opened, @Nullable String serverName) {

    /** 500 ms. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofMillis(500);

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    public ConnectorOptions {
        if (connectTimeout.compareTo(SHORTEST) < 0 || connectTimeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("connect timeout: " + connectTimeout + " (expected: 1 ms to 24 days)");
        }
        client = new NetClientOptions(client)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setSslHandshakeTimeout(connectTimeout.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReconnectAttempts(0)
                .setTcpNoDelay(true);
    }

    /** Without TLS, {@linkplain #DEFAULT_CONNECT_TIMEOUT 500 ms} to connect. */
    public static ConnectorOptions plaintext(@Nullable ClassLoader classLoader) {
        return new ConnectorOptions(DEFAULT_CONNECT_TIMEOUT, new NetClientOptions(), classLoader, channel -> {
        }, null);
    }

    /** The same, dialing with other options. */
    public ConnectorOptions with(Duration connectTimeout, NetClientOptions client) {
        return new ConnectorOptions(connectTimeout, client, classLoader, opened, serverName);
    }

    /** The same, telling of each connection. */
    public ConnectorOptions withOpened(Consumer<Channel> opened) {
        return new ConnectorOptions(connectTimeout, client, classLoader, opened, serverName);
    }

    /** The same, taking peers that are dialed by an IP address for that server. */
    public ConnectorOptions withServerName(@Nullable String serverName) {
        return new ConnectorOptions(connectTimeout, client, classLoader, opened, serverName);
    }

    /** A copy: what Vert.x has options for is mutable. */
    @Override
    public NetClientOptions client() {
        return new NetClientOptions(client);
    }
}
