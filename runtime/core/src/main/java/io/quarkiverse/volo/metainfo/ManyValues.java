package io.quarkiverse.volo.metainfo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Values in a map, which keys of equal hash do not slow down; changes in place. */
final class ManyValues extends Values {

    private final Map<String, String> map;

    /** @param map is this one's from now on */
    ManyValues(Map<String, String> map) {
        this.map = map;
    }

    @Override
    @Nullable
    String get(String key) {
        return map.get(key);
    }

    @Override
    int size() {
        return map.size();
    }

    @Override
    void forEach(BiConsumer<? super String, ? super String> action) {
        map.forEach(action);
    }

    @Override
    Values with(String key, String value) {
        map.put(key, value);
        return this;
    }

    @Override
    Values without(String key) {
        map.remove(key);
        return this;
    }

    @Override
    Values snapshot() {
        return new ManyValues(new ConcurrentHashMap<>(map));
    }
}
