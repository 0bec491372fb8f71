package io.quarkiverse.volo.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** A client. */
@ConfigGroup
public interface ClientConfig {

    /**
     * Whom to call: `host:port`, or several of them separated by commas; or `dns://host:port` for all addresses that the name
     * has, now and later; or `unix:/path` for a Unix domain socket, which takes a native transport as the server's
     * `unix-socket` does. In dev and test mode a client without an address calls the application's own server.
     */
    Optional<String> address();

    /**
     * How long after an answer the name of a `dns://` address is resolved again. Vert.x and the JDK keep answers too, so a
     * change is seen when both times have passed: the guide tells how long.
     */
    @WithDefault("30s")
    Duration dnsRefresh();

    /**
     * The TLS configuration to call with: `x` for what `quarkus.tls.x.*` says. Its trust store says whose certificates are
     * taken, its key store is what this side shows if it is asked. A server's certificate must be for the host of the address,
     * for the name of a `dns://` one, unless the TLS configuration says otherwise.
     */
    Optional<String> tlsConfigurationName();

    /** How long a call may take in all. */
    @ConfigDocDefault("1s, 30s in dev mode")
    Optional<Duration> timeout();

    /** How long the making of a connection may take, within the call's time. */
    @WithDefault("500ms")
    Duration connectTimeout();

    /**
     * What is around each message: a TTHeader and a length (`ttheader-framed`), a TTHeader (`ttheader`), a length (`framed`),
     * or nothing (`buffered`). Names, deadlines, metainfo and business errors travel in the TTHeader alone. Volo and Kitex
     * speak it; Apache's libraries do not, so set `framed` or `buffered` for them.
     */
    @WithDefault("ttheader-framed")
    Transport transport();

    /**
     * How values are written: Thrift's `binary` or `compact`. Compact takes fewer bytes and more time; Volo in Rust and Kitex
     * do not serve it.
     */
    @WithDefault("binary")
    Protocol protocol();

    /**
     * Whether a call that has metainfo fails where the transport has no TTHeader to carry it. If not, it is left out, with one
     * warning.
     */
    @WithDefault("false")
    boolean strictMetainfo();

    /** How the called service is called, where the transport is a TTHeader. */
    @ConfigDocDefault("the client's name")
    Optional<String> calleeName();

    /**
     * Whether calls share connections: many at once on each, whose replies come in any order. Each event loop has a connection
     * to an address then, and more only if that is full. Without it, a connection serves one call at a time.
     */
    @WithDefault("false")
    boolean multiplex();

    /** How many calls may be under way on one connection. Only with `multiplex`. */
    @WithDefault("128")
    int maxInFlight();

    /**
     * How many connections to one address may be open. With `multiplex`, they are shared out among the event loops, each of
     * which may have one at least.
     */
    @WithDefault("64")
    int maxConnections();

    /** How many calls may wait for a connection to one address; one more fails at once. */
    @WithDefault("1024")
    int maxWaiting();

    /** How long a call may wait for one of those connections, within its own time; then it fails. */
    @WithDefault("500ms")
    Duration waitTimeout();

    /**
     * How many unused connections to one address stay open, whatever the idle timeout, until they reach their maximum age. Not
     * with `multiplex`.
     */
    @WithDefault("0")
    int minIdle();

    /** How long a connection may be unused until it is closed. Should be below the server's idle timeout. */
    @WithDefault("60s")
    Duration idleTimeout();

    /**
     * How old a connection may grow; then it is closed when its call has ended. Up to a tenth less, by chance, so that not all
     * are renewed at once. Spreads long-lived connections over servers that have come since.
     */
    @WithDefault("30m")
    Duration maxAge();

    /** The longest reply that is read; the connection of a peer that sends a longer one is closed. */
    @WithDefault("16M")
    MemorySize maxFrameSize();

    /**
     * How many structs and containers a reply may have, those that are skipped included; one with more is an error. Few bytes
     * can be many of them.
     */
    @WithDefault("1000000")
    int maxDecodedElements();

    /**
     * What becomes of a string in a reply that is no UTF-8: what is malformed is replaced by U+FFFD, as Apache Thrift does
     * (`replace`), or the reply is an error (`reject`).
     */
    @WithDefault("replace")
    MalformedUtf8 malformedUtf8();

    /**
     * The layers around each call, outermost first, inside of global ones: the `@Identifier` of beans that implement `Layer`.
     */
    Optional<List<String>> layers();

    /** What concerns gRPC alone. */
    GrpcClientConfig grpc();

    /** The configured time, or the launch mode's default: one at a debugger needs more. */
    default Duration timeoutIn(LaunchMode mode) {
        return timeout().orElse(mode == LaunchMode.DEVELOPMENT ? Duration.ofSeconds(30) : Duration.ofSeconds(1));
    }

    /** What is around each message. */
    enum Transport {
        TTHEADER_FRAMED,
        TTHEADER,
        FRAMED,
        BUFFERED
    }

    /** How values are written. */
    enum Protocol {
        BINARY,
        COMPACT
    }
}
