package io.quarkiverse.volo.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.Metainfo;

/**
 * What one call does differently from its client's configuration. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * billing.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(200))).charge(request)
 * }</pre>
 *
 * @param timeout how long the call may take in all, instead of the client's timeout; {@code null}: as the client is configured
 * @param address whom to call, instead of the client's addresses; {@code null}: as the client is configured
 * @param metainfo what travels with the call, instead of that of the current Vert.x context; {@code null}: the latter
 * @param attributes what the call's context is given for layers and protocols; {@code null}: nothing
 */
public record CallOptions(@Nullable Duration timeout, @Nullable Address address, @Nullable Metainfo metainfo,
        @Nullable CallAttribute<?> attributes) {

    /** Everything as the client is configured. */
    public static final CallOptions DEFAULT = new CallOptions(null, null, null, null);

    public CallOptions {
        if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: more than zero)");
        }
        if (metainfo != null && !(metainfo instanceof CallMetainfo)) {
            throw new IllegalArgumentException("metainfo: a " + metainfo.getClass().getName()
                    + " (expected: what Metainfo.create(), current() or copy() answered; what is injected goes with calls anyway)");
        }
    }

    /** The same options with this time for the whole call. */
    public CallOptions withTimeout(Duration timeout) {
        return new CallOptions(timeout, address, metainfo, attributes);
    }

    /** The same options with this peer. */
    public CallOptions withAddress(Address address) {
        return new CallOptions(timeout, address, metainfo, attributes);
    }

    /**
     * The same options with this metainfo, for callers without a Vert.x context of their own: its persistent and transient
     * values are sent, and what the peer sends back is there as its downstream values.
     *
     * @throws IllegalArgumentException if it is an injected one, which is that of whatever thread asks it
     */
    public CallOptions withMetainfo(Metainfo metainfo) {
        return new CallOptions(timeout, address, metainfo, attributes);
    }

    /**
     * The same options with a value for the call's context, such as what a protocol sends beside the message. Layers read it
     * there.
     */
    public <T> CallOptions with(AttributeKey<T> key, T value) {
        return new CallOptions(timeout, address, metainfo, new CallAttribute<>(key, value, attributes));
    }
}
