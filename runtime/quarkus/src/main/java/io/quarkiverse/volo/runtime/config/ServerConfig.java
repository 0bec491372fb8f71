package io.quarkiverse.volo.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** The server for all services of the application. */
@ConfigGroup
public interface ServerConfig {

    /** Whether the server starts; it starts only if there is a `@VoloService` bean, too. */
    @WithDefault("true")
    boolean enabled();

    /** The host or IP address to listen on. */
    @ConfigDocDefault("0.0.0.0, localhost in dev and test mode")
    Optional<String> host();

    /** The port to listen on; 0 takes a free one. */
    @WithDefault("8888")
    int port();

    /** The port to listen on in tests; 0 takes a free one. */
    @WithDefault("0")
    int testPort();

    /**
     * The path of a Unix domain socket to listen on beside the port, for callers on the same machine. It takes
     * `quarkus.vertx.prefer-native-transport=true` and the dependency `io.netty:netty-transport-native-epoll` (Linux) or
     * `io.netty:netty-transport-native-kqueue` (macOS) with the classifier of the platform. The file is made when the server
     * starts and removed when it stops.
     */
    Optional<String> unixSocket();

    /**
     * The TLS configuration to serve with: `x` for what `quarkus.tls.x.*` says, which must have a key store. Thrift and gRPC
     * share the port then as they do without. The Unix domain socket stays without TLS.
     */
    Optional<String> tlsConfigurationName();

    /**
     * Whether clients are asked for a certificate: not at all (`none`), though they may have none (`request`), or so that who
     * has none is turned away (`required`). The trust store of the TLS configuration says whose certificates are taken.
     */
    @WithDefault("none")
    TlsClientAuth tlsClientAuth();

    /** The longest message that is read; the connection of a peer that sends a longer one is closed. */
    @WithDefault("16M")
    MemorySize maxFrameSize();

    /**
     * How many structs and containers a request may have, those that are skipped included; one with more is answered with an
     * error. Few bytes can be many of them.
     */
    @WithDefault("1000000")
    int maxDecodedElements();

    /**
     * What becomes of a string in a request that is no UTF-8: what is malformed is replaced by U+FFFD, as Apache Thrift does
     * (`replace`), or the request is answered with an error (`reject`).
     */
    @WithDefault("replace")
    MalformedUtf8 malformedUtf8();

    /**
     * Whether a caller is told the message of an unexpected error of a method, and not only that there was one. It may be
     * something that is nobody else's business.
     */
    @ConfigDocDefault("false, true in dev and test mode")
    Optional<Boolean> exposeErrors();

    /**
     * How a `BizException` is sent to a caller that speaks TTHeader: as a reply without a result, as Kitex does (`reply`), or
     * as an exception that has number and text in its message, as Volo does (`exception`). The clients of both, and ours,
     * understand either.
     */
    @WithDefault("reply")
    BizError bizError();

    /** How many connections may be open; one more is closed at once. */
    @WithDefault("10000")
    int maxConnections();

    /** How many requests may be under way, all connections together; one more is answered with an error at once. */
    @WithDefault("10000")
    int maxInFlight();

    /** How many requests of one connection are served at a time; the next are read when some of them are answered. */
    @WithDefault("128")
    int maxInFlightPerConnection();

    /** How long a new connection may take until its first bytes tell the protocol; then it is closed. */
    @WithDefault("10s")
    Duration handshakeTimeout();

    /** How long nothing may happen on a connection until it is closed. Clients should close theirs earlier. */
    @WithDefault("10m")
    Duration idleTimeout();

    /**
     * How old a connection may grow, up to a tenth less by chance; then replies tell the peer not to use it any more, and it is
     * closed when nothing is under way on it. Only TTHeader can tell: a connection without is closed when it has been quiet for
     * a second. Clients should close theirs earlier.
     */
    @WithDefault("1h")
    Duration maxConnectionAge();

    /** How long a message may take to arrive, from its first byte to its last; then its connection is closed. */
    @WithDefault("30s")
    Duration frameTimeout();

    /** How much may wait to be sent to a peer that does not read its replies; then its requests are not read either. */
    @WithDefault("64K")
    MemorySize writeBufferHighWaterMark();

    /**
     * The layers around each call, outermost first, inside of global ones and outside of a bean's own: the `@Identifier` of
     * beans that implement `Layer`.
     */
    Optional<List<String>> layers();

    /** What concerns Thrift alone. */
    ThriftServerConfig thrift();

    /** What concerns gRPC alone. */
    GrpcServerConfig grpc();

    /** Whether a caller is told the message of an unexpected error in this mode. */
    default boolean exposeErrorsIn(LaunchMode mode) {
        // Whoever calls a server that is being developed or tested is its developer.
        return exposeErrors().orElse(mode != LaunchMode.NORMAL);
    }

    /** Whether clients are asked for a certificate. */
    enum TlsClientAuth {
        NONE,
        REQUEST,
        REQUIRED
    }

    /** How a business error is sent. */
    enum BizError {
        REPLY,
        EXCEPTION
    }

    /** The configured host, or the launch mode's default. */
    default String hostIn(LaunchMode mode) {
        return host().orElse(mode == LaunchMode.NORMAL ? "0.0.0.0" : "localhost");
    }

    /** The configured port of the launch mode. */
    default int portIn(LaunchMode mode) {
        return mode == LaunchMode.TEST ? testPort() : port();
    }
}
