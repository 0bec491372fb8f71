package io.quarkiverse.volo.thrift.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A map that never changes, holds no {@code null} and is walked in the order in which its keys were put. */
public final class ImmutableMap<K, V> extends AbstractMap<K, V> {

    private static final ImmutableMap<?, ?> EMPTY = new ImmutableMap<>(new OrderedKeys(0, false), new Object[0]);

    private final OrderedKeys keys;
    private final Object[] values;

    private ImmutableMap(OrderedKeys keys, Object[] values) {
        this.keys = keys;
        this.values = values;
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
        return new Builder<>(expectedSize, false);
    }

    /**
     * As {@link #builder}, for keys of a stranger that cannot be compared: those that were chosen to have the same hash are
     * refused before looking for one among the others takes long.
     */
    public static <K, V> Builder<K, V> guardedBuilder(int expectedSize) {
        return new Builder<>(expectedSize, true);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object key) {
        int index = keys.indexOf(key);
        return index < 0 ? null : (V) values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return keys.indexOf(key) >= 0;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries<>(this);
    }

    @Override
    public int size() {
        return keys.size();
    }

    private static final class Entries<K, V> extends AbstractSet<Entry<K, V>> {

        private final ImmutableMap<K, V> map;

        private Entries(ImmutableMap<K, V> map) {
            this.map = map;
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return new EntryIterator<>(map);
        }

        @Override
        public int size() {
            return map.size();
        }
    }

    private static final class EntryIterator<K, V> implements Iterator<Entry<K, V>> {

        private final ImmutableMap<K, V> map;
        private int next;

        private EntryIterator(ImmutableMap<K, V> map) {
            this.map = map;
        }

        @Override
        public boolean hasNext() {
            return next < map.values.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int index = next++;
            return (Entry<K, V>) Map.entry(map.keys.get(index), map.values[index]);
        }
    }

    /** Builds a map in place; a key put twice keeps the last value. Of no use after {@link #build()}. */
    public static final class Builder<K, V> {

        private final OrderedKeys keys;
        private Object[] values;

        private Builder(int expectedSize, boolean guarded) {
            keys = new OrderedKeys(expectedSize, guarded);
            values = new Object[OrderedKeys.firstArray(expectedSize)];
        }

        public Builder<K, V> put(K key, V value) {
            int index = keys.add(Objects.requireNonNull(key, "key"));
            if (index == values.length) {
                values = Arrays.copyOf(values, OrderedKeys.largerArray(index));
            }
            values[index] = Objects.requireNonNull(value, "value");
            return this;
        }

        public Map<K, V> build() {
            int size = keys.size();
            if (size == 0) {
                return of();
            }
            keys.trim();
            return new ImmutableMap<>(keys, size == values.length ? values : Arrays.copyOf(values, size));
        }
    }
}
