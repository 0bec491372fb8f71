package io.quarkiverse.volo.thrift.value;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A set that never changes, holds no {@code null} and is walked in the order in which its elements were added. */
public final class ImmutableSet<T> extends AbstractSet<T> {

    private static final ImmutableSet<?> EMPTY = new ImmutableSet<>(new OrderedKeys(0, false));

    private final OrderedKeys elements;

    private ImmutableSet(OrderedKeys elements) {
        this.elements = elements;
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
        return new Builder<>(new OrderedKeys(expectedSize, false));
    }

    /**
     * As {@link #builder}, for elements of a stranger that cannot be compared: those that were chosen to have the same hash are
     * refused before looking for one among the others takes long.
     */
    public static <T> Builder<T> guardedBuilder(int expectedSize) {
        return new Builder<>(new OrderedKeys(expectedSize, true));
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements<>(elements);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return elements.indexOf(element) >= 0;
    }

    @Override
    public int size() {
        return elements.size();
    }

    private static final class Elements<T> implements Iterator<T> {

        private final OrderedKeys elements;
        private int next;

        private Elements(OrderedKeys elements) {
            this.elements = elements;
        }

        @Override
        public boolean hasNext() {
            return next < elements.size();
        }

        @Override
        @SuppressWarnings("unchecked")
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return (T) elements.get(next++);
        }
    }

    /** Builds a set in place; of no use after {@link #build()}. */
    public static final class Builder<T> {

        private final OrderedKeys elements;

        private Builder(OrderedKeys elements) {
            this.elements = elements;
        }

        public Builder<T> add(T element) {
            elements.add(Objects.requireNonNull(element, "element"));
            return this;
        }

        public Set<T> build() {
            elements.trim();
            return elements.size() == 0 ? of() : new ImmutableSet<>(elements);
        }
    }
}
