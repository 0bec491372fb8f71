package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A list that never changes and holds no {@code null}. */
public final class ImmutableList<T> extends AbstractList<T> implements RandomAccess {

    private static final Object[] NONE = {};
    private static final ImmutableList<?> EMPTY = new ImmutableList<>(NONE);

    private final Object[] elements;

    private ImmutableList(Object[] elements) {
        this.elements = elements;
    }

    /** The same list if it is one of ours, else a copy. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> copyOf(Collection<? extends T> elements) {
        if (elements instanceof ImmutableList<?> ours) {
            return (List<T>) ours;
        }
        Object[] copy = elements.toArray();
        for (Object element : copy) {
            Objects.requireNonNull(element, "element");
        }
        return copy.length == 0 ? of() : new ImmutableList<>(copy);
    }

    /** The empty list. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> of() {
        return (List<T>) EMPTY;
    }

    /** Collects elements in order; room for {@code expectedSize} of them is a hint, taken with care. */
    public static <T> Builder<T> builder(int expectedSize) {
        return new Builder<>(expectedSize);
    }

    /** These very elements, not copied: none is {@code null}, and the caller gives the array away. */
    public static <T> List<T> wrap(T[] elements) {
        return elements.length == 0 ? of() : new ImmutableList<>(elements);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        return (T) elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, elements.length, Object[].class);
    }

    /** Builds a list in place; of no use after {@link #build()}. */
    public static final class Builder<T> {

        // A hostile size costs nothing: the array grows with the elements that really come.
        private static final int LARGEST_FIRST_ARRAY = 1024;

        private final int expectedSize;
        private Object[] elements;
        private int size;

        private Builder(int expectedSize) {
            this.expectedSize = expectedSize;
            this.elements = expectedSize == 0 ? NONE : new Object[Math.min(expectedSize, LARGEST_FIRST_ARRAY)];
        }

        public Builder<T> add(T element) {
            if (size == elements.length) {
                grow();
            }
            elements[size++] = Objects.requireNonNull(element, "element");
            return this;
        }

        private void grow() {
            int larger = size * 2 >= 0 ? size * 2 : Integer.MAX_VALUE - 8;
            int wanted = expectedSize > size ? Math.min(larger, expectedSize) : larger;
            elements = Arrays.copyOf(elements, Math.max(8, wanted));
        }

        public List<T> build() {
            if (size == 0) {
                return of();
            }
            return new ImmutableList<>(size == elements.length ? elements : Arrays.copyOf(elements, size));
        }
    }
}
