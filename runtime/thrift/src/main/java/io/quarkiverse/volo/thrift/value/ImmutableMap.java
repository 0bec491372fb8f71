package io.quarkiverse.volo.thrift.value;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A map that never changes, holds no {@code null} and is walked in the order in which its keys were put. */
public final class ImmutableMap<K, V> extends AbstractMap<K, V> {

    private static final int LARGEST_FIRST_TABLE = 1024;
    private static final ImmutableMap<?, ?> EMPTY = new ImmutableMap<>(new LinkedHashMap<>());

    private final Map<K, V> entries;

    @SuppressWarnings("NonApiType") // No other map keeps the order.
    private ImmutableMap(LinkedHashMap<K, V> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** The same map if it is one of ours, else a copy. */
    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> entries) {
        if (entries instanceof ImmutableMap<?, ?> ours) {
            return (Map<K, V>) ours;
        }
        Builder<K, V> builder = builder(entries.size());
        entries.forEach(builder::put);
        return builder.build();
    }

    /** The empty map. */
    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> of() {
        return (Map<K, V>) EMPTY;
    }

    /** A map of these entries, in their order; of two with one key the last. */
    @SafeVarargs
    public static <K, V> Map<K, V> ofEntries(Entry<? extends K, ? extends V>... entries) {
        Builder<K, V> builder = builder(entries.length);
        for (Entry<? extends K, ? extends V> entry : entries) {
            builder.put(entry.getKey(), entry.getValue());
        }
        return builder.build();
    }

    /** Collects entries in order; {@code expectedSize} is a hint, taken with care. */
    public static <K, V> Builder<K, V> builder(int expectedSize) {
        return new Builder<>(expectedSize, null);
    }

    /**
     * As {@link #builder}, for keys of a stranger that cannot be compared: those that were chosen to have the same hash are
     * refused before looking for one among the others takes long.
     */
    public static <K, V> Builder<K, V> guardedBuilder(int expectedSize) {
        return new Builder<>(expectedSize, new CollisionGuard());
    }

    /** A hostile size costs nothing: the table grows with the elements that really come. */
    static int firstTable(int expectedSize) {
        return Math.min(expectedSize, LARGEST_FIRST_TABLE) * 4 / 3 + 1;
    }

    @Override
    public @Nullable V get(Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public int size() {
        return entries.size();
    }

    /** Builds a map in place; a key put twice keeps the last value. Of no use after {@link #build()}. */
    public static final class Builder<K, V> {

        private final LinkedHashMap<K, V> entries;

        private final @Nullable CollisionGuard guard;

        private Builder(int expectedSize, @Nullable CollisionGuard guard) {
            this.guard = guard;
            entries = new LinkedHashMap<>(firstTable(expectedSize));
        }

        public Builder<K, V> put(K key, V value) {
            V before = entries.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            if (before == null && guard != null) {
                guard.added(key);
            }
            return this;
        }

        public Map<K, V> build() {
            return entries.isEmpty() ? of() : new ImmutableMap<>(entries);
        }
    }
}
