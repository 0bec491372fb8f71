package io.quarkiverse.volo.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** gRPC-Web, for calls from browsers. */
@ConfigGroup
public interface GrpcWebConfig {

    /**
     * Whether pages may call by gRPC-Web, binary and text, over HTTP/1.1 and HTTP/2, on the same port. Methods that take a
     * stream of requests are not called so.
     */
    @WithDefault("false")
    boolean enabled();

    /** Which pages may call. */
    Cors cors();

    /** What browsers are told. */
    interface Cors {

        /**
         * The pages that may call, as `https://app.example.com`; `*`: all of them. Pages of the host and port that they call
         * need not be named.
         */
        Optional<List<String>> origins();

        /** The headers that pages of other origins may send. Unset: those that the browser asks for. */
        Optional<List<String>> headers();

        /** The headers of replies that they may read, beside those of gRPC. */
        Optional<List<String>> exposedHeaders();

        /** For how long browsers may remember what they were told; whole seconds. */
        @WithDefault("2h")
        Duration maxAge();

        /** Whether pages of other origins may send cookies and client certificates; only with `origins` that are named. */
        @WithDefault("false")
        boolean credentials();
    }
}
