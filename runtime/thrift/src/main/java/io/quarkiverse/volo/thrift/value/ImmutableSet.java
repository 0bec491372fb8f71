package io.quarkiverse.volo.thrift.value;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A set that never changes, holds no {@code null} and is walked in the order in which its elements were added. */
public final class ImmutableSet<T> extends AbstractSet<T> {

    private static final ImmutableSet<?> EMPTY = new ImmutableSet<>(new LinkedHashSet<>());

    private final Set<T> elements;

    @SuppressWarnings("NonApiType") // No other set keeps the order.
    private ImmutableSet(LinkedHashSet<T> elements) {
        this.elements = Collections.unmodifiableSet(elements);
    }

    /** The same set if it is one of ours, else a copy. */
    @SuppressWarnings("unchecked")
    public static <T> Set<T> copyOf(Collection<? extends T> elements) {
        if (elements instanceof ImmutableSet<?> ours) {
            return (Set<T>) ours;
        }
        Builder<T> builder = builder(elements.size());
        elements.forEach(builder::add);
        return builder.build();
    }

    /** The empty set. */
    @SuppressWarnings("unchecked")
    public static <T> Set<T> of() {
        return (Set<T>) EMPTY;
    }

    /** Collects elements in order; {@code expectedSize} is a hint, taken with care. */
    public static <T> Builder<T> builder(int expectedSize) {
        return new Builder<>(expectedSize, null);
    }

    /**
     * As {@link #builder}, for elements of a stranger that cannot be compared: those that were chosen to have the same hash are
     * refused before looking for one among the others takes long.
     */
    public static <T> Builder<T> guardedBuilder(int expectedSize) {
        return new Builder<>(expectedSize, new CollisionGuard());
    }

    @Override
    public Iterator<T> iterator() {
        return elements.iterator();
    }

    @Override
    public boolean contains(Object element) {
        return elements.contains(element);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** Builds a set in place; of no use after {@link #build()}. */
    public static final class Builder<T> {

        private final LinkedHashSet<T> elements;

        private final @Nullable CollisionGuard guard;

        private Builder(int expectedSize, @Nullable CollisionGuard guard) {
            this.guard = guard;
            elements = new LinkedHashSet<>(ImmutableMap.firstTable(expectedSize));
        }

        public Builder<T> add(T element) {
            if (elements.add(Objects.requireNonNull(element, "element")) && guard != null) {
                guard.added(element);
            }
            return this;
        }

        public Set<T> build() {
            return elements.isEmpty() ? of() : new ImmutableSet<>(elements);
        }
    }
}
