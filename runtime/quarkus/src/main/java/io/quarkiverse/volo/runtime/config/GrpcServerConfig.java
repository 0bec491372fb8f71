package io.quarkiverse.volo.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** What concerns gRPC alone. */
@ConfigGroup
public interface GrpcServerConfig {

    /** The longest message of a request, as it is sent and decompressed; a call with a longer one fails. */
    @WithDefault("4M")
    MemorySize maxRequestSize();

    /** The longest message of a reply, before it is compressed; a call with a longer one fails. Unset: 2 GiB. */
    Optional<MemorySize> maxReplySize();

    /** How much of one stream a peer may send before it was consumed. */
    @WithDefault("1M")
    MemorySize streamWindow();

    /** How much of all streams of a connection a peer may send before it was consumed; at least 65,535 bytes. */
    @WithDefault("4M")
    MemorySize connectionWindow();

    /** How many calls a peer may have under way on one connection; one more is refused, unprocessed. */
    @WithDefault("1000")
    int maxConcurrentStreams();

    /** How long the headers of a call may be, with 32 bytes more for each than name and value have. */
    @WithDefault("8K")
    MemorySize maxHeaderListSize();

    /** How many calls of one connection a peer may cancel within `reset-period`; then it is closed. 0: any number. */
    @WithDefault("2000")
    int maxResets();

    /** The time in which cancelled calls are counted; whole seconds. */
    @WithDefault("10s")
    Duration resetPeriod();

    /** How replies are compressed, for callers that say that they read it: `identity`, `gzip`, `deflate` or `zstd`. */
    @WithDefault("identity")
    GrpcCompression compression();

    /** How long a peer may be silent before it is asked by a ping whether it is still there. */
    @WithDefault("5m")
    Duration keepaliveInterval();

    /** How long a peer may take to answer that ping; then its connection is closed. */
    @WithDefault("20s")
    Duration keepaliveTimeout();

    /**
     * How much time a peer must let pass between pings of its own; the connection of one that pings more often is closed after
     * three that came too soon.
     */
    @WithDefault("5m")
    Duration minPingInterval();

    /** Whether a peer may ping as often while no call is under way; else it must let two hours pass. */
    @WithDefault("false")
    boolean pingsWithoutCalls();

    /**
     * How long calls may go on when their connection has reached the server's `max-connection-age`; then they are cut. Unset:
     * as long as they like.
     */
    Optional<Duration> maxConnectionAgeGrace();

    /** The service `grpc.health.v1.Health`. */
    Health health();

    /** The service `grpc.reflection.v1.ServerReflection`, and the same as `v1alpha`. */
    Reflection reflection();

    /** gRPC-Web, for calls from browsers. */
    GrpcWebConfig web();

    /** Whether callers may ask how services are. */
    interface Health {

        /**
         * Whether callers may ask how services are, and watch them. The application says it by the bean `HealthStatus`; what it
         * does not say is serving, until the server stops.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** Whether callers may ask what is served. */
    interface Reflection {

        /** Whether callers, such as `grpcurl`, may ask which services there are and what their IDL declares. */
        @ConfigDocDefault("false, true in dev mode")
        Optional<Boolean> enabled();

        /** Whether they may in this mode. */
        default boolean enabledIn(LaunchMode mode) {
            return enabled().orElse(mode == LaunchMode.DEVELOPMENT);
        }
    }
}
