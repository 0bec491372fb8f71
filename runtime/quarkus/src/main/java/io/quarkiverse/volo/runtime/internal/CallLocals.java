package io.quarkiverse.volo.runtime.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import org.jspecify.annotations.Nullable;

/**
 * What is kept in the Vert.x context of one call. That is Quarkus' mark of a safe context and seldom more than a handful of
 * other things, for which a hash map takes more memory and time than all the rest of a context. So it is an array, which every
 * change replaces as a whole; for any thread.
 */
final class CallLocals extends AbstractMap<Object, Object> implements ConcurrentMap<Object, Object> {

    private static final AtomicReferenceFieldUpdater<CallLocals, Object[]> PAIRS = AtomicReferenceFieldUpdater
            .newUpdater(CallLocals.class, Object[].class, "pairs");
    private static final Object[] NONE = {};

    /** Keys and values in turns; never changed once it is here. */
    private volatile Object[] pairs = NONE;

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Object get(Object key) {
        Object[] now = pairs;
        int at = indexOf(now, key);
        return at < 0 ? null : now[at + 1];
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
        for (;;) {
            Object before = putIfAbsent(key, value);
            if (before == null || replace(key, before, value)) {
                return before;
            }
        }
    }

    @Override
    public @Nullable Object putIfAbsent(Object key, Object value) {
        Objects.requireNonNull(value, "value");
        for (;;) {
            Object[] before = pairs;
            int at = indexOf(before, key);
            if (at >= 0) {
                return before[at + 1];
            }
            if (swap(before, with(before, key, value))) {
                return null;
            }
        }
    }

    @Override
    public @Nullable Object replace(Object key, Object value) {
        Objects.requireNonNull(value, "value");
        for (;;) {
            Object before = get(key);
            if (before == null || replace(key, before, value)) {
                return before;
            }
        }
    }

    @Override
    public boolean replace(Object key, Object expected, Object value) {
        return exchange(key, expected, Objects.requireNonNull(value, "value"));
    }

    @Override
    public @Nullable Object remove(Object key) {
        for (;;) {
            Object before = get(key);
            if (before == null || remove(key, before)) {
                return before;
            }
        }
    }

    @Override
    public boolean remove(Object key, Object expected) {
        return exchange(key, expected, null);
    }

    /** @param value what takes the place of the expected; {@code null}: nothing does */
    private boolean exchange(Object key, Object expected, @Nullable Object value) {
        for (;;) {
            Object[] before = pairs;
            int at = indexOf(before, key);
            if (at < 0 || !before[at + 1].equals(expected)) {
                return false;
            }
            if (swap(before, value == null ? without(before, at) : with(before, at, value))) {
                return true;
            }
        }
    }

    @Override
    public void clear() {
        pairs = NONE;
    }

    /**
     * What is here now; an iterator goes on with it when something is changed. An entry is what was seen, and never changes:
     * {@link Map.Entry#setValue} is refused.
     */
    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public int size() {
                return CallLocals.this.size();
            }

            @Override
            public Iterator<Map.Entry<Object, Object>> iterator() {
                return new Entries(pairs);
            }
        };
    }

    private boolean swap(Object[] before, Object[] after) {
        return PAIRS.compareAndSet(this, before, after);
    }

    private static int indexOf(Object[] pairs, Object key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(key)) {
                return i;
            }
        }
        Objects.requireNonNull(key, "key");
        return -1;
    }

    private static Object[] with(Object[] pairs, Object key, Object value) {
        Object[] more = Arrays.copyOf(pairs, pairs.length + 2);
        more[pairs.length] = key;
        more[pairs.length + 1] = value;
        return more;
    }

    private static Object[] with(Object[] pairs, int at, Object value) {
        Object[] changed = pairs.clone();
        changed[at + 1] = value;
        return changed;
    }

    private static Object[] without(Object[] pairs, int at) {
        Object[] fewer = Arrays.copyOf(pairs, pairs.length - 2);
        System.arraycopy(pairs, at + 2, fewer, at, pairs.length - at - 2);
        return fewer;
    }

    private final class Entries implements Iterator<Map.Entry<Object, Object>> {

        private final Object[] seen;
        private int next;
        private boolean removable;

        Entries(Object[] seen) {
            this.seen = seen;
        }

        @Override
        public boolean hasNext() {
            return next < seen.length;
        }

        @Override
        public Map.Entry<Object, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            removable = true;
            return Map.entry(seen[next - 2], seen[next - 1]);
        }

        @Override
        public void remove() {
            if (!removable) {
                throw new IllegalStateException("remove: nothing was answered since the last one (expected: next() before)");
            }
            removable = false;
            CallLocals.this.remove(seen[next - 2]);
        }
    }
}
