package io.quarkiverse.volo.grpc.server;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How a server speaks gRPC-Web.
 *
 * @param origins the pages that may call, such as {@code https://app.example.com}; {@code *}: all. Pages that come from the
 *        server's own host and port need not be named
 * @param headers the request headers that pages of other origins may send; {@code null}: those that they ask for
 * @param exposedHeaders the reply headers that they may read, beside gRPC's own
 * @param maxAge for how long browsers may remember that; whole seconds
 * @param credentials whether pages of other origins may send cookies and the like; only with named origins
 * @param requestTimeout how long a request by HTTP/1.1 may take to arrive, from its first byte to its last
 */
public record WebOptions(List<String> origins, @Nullable List<String> headers, List<String> exposedHeaders, Duration maxAge,
        boolean credentials, Duration requestTimeout) {

    /** All origins. */
    public static final String ANY = "*";

    /** No other origins, the headers that are asked for, 2 hours, no credentials, 30 seconds. */
    public static final WebOptions DEFAULT = new WebOptions(List.of(), null, List.of(), Duration.ofHours(2), false,
            Duration.ofSeconds(30));

    public WebOptions {
        origins = List.copyOf(origins);
        headers = headers == null ? null : List.copyOf(headers);
        exposedHeaders = List.copyOf(exposedHeaders);
        Objects.requireNonNull(maxAge, "maxAge");
        if (credentials && origins.contains(ANY)) {
            throw new IllegalArgumentException("origins: * with credentials (expected: the origins by name)");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("request timeout: " + requestTimeout + " (expected: more than 0)");
        }
    }

    public WebOptions withOrigins(String... origins) {
        return new WebOptions(List.of(origins), headers, exposedHeaders, maxAge, credentials, requestTimeout);
    }

    public WebOptions withRequestTimeout(Duration requestTimeout) {
        return new WebOptions(origins, headers, exposedHeaders, maxAge, credentials, requestTimeout);
    }
}
