package io.quarkiverse.volo.context;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where a peer listens or connects from: a host, as a name or an IP address, and a port; or the path of a Unix domain socket.
 * Immutable; two addresses are equal if host and port, or path, are; no name is resolved.
 */
public final class Address {

    private static final int MAX_PORT = 65_535;

    /**
     * What Linux has room for, without the zero at the end. Other systems have less, 103 bytes or so, and say it themselves.
     */
    private static final int MAX_PATH = 107;

    private static final String UNIX = "unix:";

    private final String host;
    private final int port;
    private final @Nullable String path;

    private Address(String host, int port, @Nullable String path) {
        this.host = host;
        this.port = port;
        this.path = path;
    }

    /**
     * The address of a host and port.
     *
     * @param host a name, an IPv4 address, or an IPv6 address without brackets
     * @param port 1 to 65535
     * @throws IllegalArgumentException if the host is blank or the port is out of range
     */
    public static Address of(String host, int port) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an IP address)");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1-65535)");
        }
        return new Address(host, port, null);
    }

    /**
     * The address of a Unix domain socket.
     *
     * @param path absolute; at most 107 bytes of UTF-8
     * @throws IllegalArgumentException if the path is relative or too long
     */
    public static Address ofUnixSocket(String path) {
        if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("path: '" + path + "' (expected: an absolute one, as in /run/hello.sock)");
        }
        int length = path.getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_PATH) {
            throw new IllegalArgumentException("path: '" + path + "': " + length + " bytes (expected: at most " + MAX_PATH
                    + ", as a Unix domain socket has no room for more)");
        }
        return new Address("", 0, path);
    }

    /**
     * Reads {@code host:port}, and {@code [host]:port} for an IPv6 address; and {@code unix:/path} for a Unix domain socket.
     * Surrounding blanks are ignored.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Address parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith(UNIX + "/")) {
            return ofUnixSocket(trimmed.substring(UNIX.length()));
        }
        int colon = trimmed.lastIndexOf(':');
        String host = colon < 0 ? null : hostOf(trimmed.substring(0, colon));
        int port = host == null ? 0 : portOf(trimmed.substring(colon + 1));
        if (host == null || port == 0) {
            throw new IllegalArgumentException(
                    "address: '" + text + "' (expected: host:port, as in 10.0.0.1:8888, hello.example:8888 or [::1]:8888,"
                            + " or unix:/path)");
        }
        return new Address(host, port, null);
    }

    private static @Nullable String hostOf(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            String address = text.substring(1, text.length() - 1);
            return address.contains(":") && isHost(address) ? address : null;
        }
        return text.contains(":") || !isHost(text) ? null : text;
    }

    private static boolean isHost(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '[' || c == ']' || c == '/');
    }

    /** 0 if the text is no port. */
    private static int portOf(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int port = Integer.parseInt(text);
        return port > MAX_PORT ? 0 : port;
    }

    /** The path of a Unix domain socket; {@code null} if this is a host and a port. */
    public @Nullable String path() {
        return path;
    }

    /** The name or IP address, an IPv6 address without brackets; empty of a Unix domain socket. */
    public String host() {
        return host;
    }

    /** 1 to 65535; 0 of a Unix domain socket. */
    public int port() {
        return port;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address that && port == that.port && host.equals(that.host)
                && Objects.equals(path, that.path);
    }

    @Override
    public int hashCode() {
        return path != null ? path.hashCode() : Objects.hash(host, port);
    }

    /** {@code host:port}, {@code [host]:port} or {@code unix:/path}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        if (path != null) {
            return UNIX + path;
        }
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
