package io.quarkiverse.volo.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.vertx.core.net.NetClientOptions;

/**
 * How a {@link Connector} dials.
 *
 * @param connectTimeout how long resolving the name, connecting and the TLS handshake may take together; at least 1 ms
 * @param client TLS, socket options; timeouts of connecting and reconnects in it are not used. Copied
 * @param classLoader the context class loader of the connections' Vert.x contexts; null for none
 */
public record ConnectorOptions(Duration connectTimeout, NetClientOptions client, @Nullable ClassLoader classLoader) {

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
        return new ConnectorOptions(DEFAULT_CONNECT_TIMEOUT, new NetClientOptions(), classLoader);
    }

    /** A copy: what Vert.x has options for is mutable. */
    @Override
    public NetClientOptions client() {
        return new NetClientOptions(client);
    }
}
