package io.quarkiverse.volo.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;

/**
 * What one call does differently from its client's configuration. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * billing.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200))).charge(request)
 * }</pre>
 *
 * @param timeout how long the call may take in all, instead of the client's timeout; {@code null}: as the client is configured
 * @param address whom to call, instead of the client's addresses; {@code null}: as the client is configured
 */
public record CallOptions(@Nullable Duration timeout, @Nullable Address address) {

    /** Everything as the client is configured. */
    public static final CallOptions DEFAULT = new CallOptions(null, null);

    public CallOptions {
        if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: more than zero)");
        }
    }

    /** The same options with this time for the whole call. */
    public CallOptions withTimeout(Duration timeout) {
        return new CallOptions(timeout, address);
    }

    /** The same options with this peer. */
    public CallOptions withAddress(Address address) {
        return new CallOptions(timeout, address);
    }
}
