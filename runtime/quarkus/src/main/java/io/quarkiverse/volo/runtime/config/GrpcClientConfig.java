package io.quarkiverse.volo.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** What concerns gRPC alone. */
@ConfigGroup
public interface GrpcClientConfig {

    /** The longest message of a reply, as it is sent and decompressed; a call with a longer one fails. */
    @WithDefault("4M")
    MemorySize maxReplySize();

    /** The longest message of a request, before it is compressed; a call with a longer one fails. Unset: 2 GiB. */
    Optional<MemorySize> maxRequestSize();

    /** How much of one stream the server may send before it was consumed. */
    @WithDefault("1M")
    MemorySize streamWindow();

    /** How much of all streams of a connection the server may send before it was consumed; at least 65,535 bytes. */
    @WithDefault("4M")
    MemorySize connectionWindow();

    /** How long the headers of a reply may be, with 32 bytes more for each than name and value have. */
    @WithDefault("8K")
    MemorySize maxHeaderListSize();

    /** How requests are compressed: `identity`, `gzip`, `deflate` or `zstd`. Replies are read however they come. */
    @WithDefault("identity")
    GrpcCompression compression();

    /**
     * After how long without a sign of life from the server, with calls under way, it is asked for one by a ping. Unset: never.
     * Many servers close connections that ping more often than every 5 minutes.
     */
    Optional<Duration> keepaliveInterval();

    /** How long the server may take to answer that ping; then its connection is closed. */
    @WithDefault("20s")
    Duration keepaliveTimeout();
}
