package io.quarkiverse.volo.metainfo;

import java.util.StringJoiner;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Values by their keys. Calls carry few: so these are {@linkplain FewValues arrays} that never change, and that the calls of
 * one context share. What a peer sends may be many: these are {@linkplain ManyValues a map}, so that no peer has us look
 * through ten thousand keys for each of ten thousand.
 *
 * <p>
 * Read by any thread; changed under the lock of whoever has them.
 */
abstract class Values {

    abstract @Nullable String get(String key);

    abstract int size();

    abstract void forEach(BiConsumer<? super String, ? super String> action);

    /** These with one more, which takes the place of that of the same key. */
    abstract Values with(String key, String value);

    abstract Values without(String key);

    /** These as they are now, whatever becomes of them. */
    abstract Values snapshot();

    /** These with what a peer sent. */
    final Values withReceived(String key, String value) {
        return key.isEmpty() || value.isEmpty() ? this : with(key, value);
    }

    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        forEach((key, value) -> text.add(key + "=" + value));
        return text.toString();
    }
}
