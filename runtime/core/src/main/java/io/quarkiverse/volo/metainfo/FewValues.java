package io.quarkiverse.volo.metainfo;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Values in an array, in the order in which they came; never change. */
final class FewValues extends Values {

    static final Values NONE = new FewValues(new String[0]);
    static final int MOST = 16;

    /** Keys and values in turns. */
    private final String[] pairs;

    FewValues(String[] pairs) {
        this.pairs = pairs;
    }

    @Override
    @Nullable
    String get(String key) {
        int at = indexOf(key);
        return at < 0 ? null : pairs[at + 1];
    }

    private int indexOf(String key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(key)) {
                return i;
            }
        }
        Objects.requireNonNull(key, "key");
        return -1;
    }

    @Override
    int size() {
        return pairs.length / 2;
    }

    @Override
    void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    @Override
    Values with(String key, String value) {
        int at = indexOf(key);
        if (at < 0 && size() == MOST) {
            return new ManyValues(asMap()).with(key, value);
        }
        String[] changed = at < 0 ? Arrays.copyOf(pairs, pairs.length + 2) : pairs.clone();
        int place = at < 0 ? pairs.length : at;
        changed[place] = key;
        changed[place + 1] = value;
        return new FewValues(changed);
    }

    private Map<String, String> asMap() {
        Map<String, String> map = new ConcurrentHashMap<>(4 * MOST);
        forEach(map::put);
        return map;
    }

    @Override
    Values without(String key) {
        int at = indexOf(key);
        if (at < 0) {
            return this;
        }
        String[] fewer = Arrays.copyOf(pairs, pairs.length - 2);
        System.arraycopy(pairs, at + 2, fewer, at, pairs.length - at - 2);
        return new FewValues(fewer);
    }

    @Override
    Values snapshot() {
        return this;
    }
}
