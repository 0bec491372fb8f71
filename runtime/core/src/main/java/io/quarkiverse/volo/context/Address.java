package io.quarkiverse.volo.context;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Where a peer listens or connects from: a host and a port. Immutable, compared by both. */
public final class Address {

    private static final String EXPECTED = " (expected: host:port, as in 10.0.0.1:8888, hello.example:8888 or [::1]:8888)";

    private final String host;
    private final int port;

    private Address(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * @param host a name or an IP address, an IPv6 one without brackets
     * @param port 1-65535
     */
    public static Address of(String host, int port) {
        Objects.requireNonNull(host, "host");
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an IP address)");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1-65535)");
        }
        return new Address(host, port);
    }

    /** Reads {@code host:port}; an IPv6 address stands in brackets. */
    public static Address parse(String text) {
        String trimmed = text.trim();
        int colon = trimmed.lastIndexOf(':');
        if (colon <= 0 || colon == trimmed.length() - 1) {
            throw malformed(text);
        }
        String host = trimmed.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            throw malformed(text);
        }
        if (host.isBlank() || host.indexOf('/') >= 0) {
            throw malformed(text);
        }
        try {
            return of(host, Integer.parseInt(trimmed.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("address: '" + text + "'" + EXPECTED, e);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("address: '" + text + "'" + EXPECTED);
    }

    /** A name or an IP address. */
    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address that && port == that.port && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return host.hashCode() * 31 + port;
    }

    /** {@code host:port}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
