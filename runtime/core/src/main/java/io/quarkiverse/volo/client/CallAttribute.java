package io.quarkiverse.volo.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.context.RpcContext;

/**
 * What one call's context is given from the beginning; see {@link CallOptions#with}. Immutable.
 *
 * @param key where it is noted down
 * @param value what
 * @param before what else; {@code null} for nothing
 * @param <T> the type of the value
 */
public record CallAttribute<T>(AttributeKey<T> key, T value, @Nullable CallAttribute<?> before) {

    public CallAttribute {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, () -> "value of " + key);
    }

    /** The first ones first, so that of two with the same key the later one counts. */
    void putInto(RpcContext context) {
        if (before != null) {
            before.putInto(context);
        }
        context.put(key, value);
    }
}
