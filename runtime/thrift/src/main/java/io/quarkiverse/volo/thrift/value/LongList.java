package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * A list of numbers that never changes, kept in a {@code long[]}: what a {@code list<i64>} of the IDL becomes that says
 * {@code (volo.java_type = "long[]")}. Equal to any list of the same numbers; only {@link #get} and what builds on it box.
 */
public final class LongList extends AbstractList<Long> implements RandomAccess {

    private static final LongList EMPTY = new LongList(new long[0]);

    private final long[] values;

    private LongList(long[] values) {
        this.values = values;
    }

    /** A copy of these numbers. */
    public static LongList of(long... values) {
        return wrap(values.clone());
    }

    /** The same list if it is one of ours, else a copy; no element may be {@code null}. */
    public static LongList copyOf(Collection<Long> values) {
        if (values instanceof LongList ours) {
            return ours;
        }
        Long[] boxed = values.toArray(new Long[0]);
        long[] copy = new long[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = boxed[i];
        }
        return wrap(copy);
    }

    /** These very numbers, not copied: the caller gives the array away and must not change it afterwards. */
    public static LongList wrap(long[] values) {
        return values.length == 0 ? EMPTY : new LongList(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The number at an index, not boxed. */
    public long getLong(int index) {
        return values[index];
    }

    @Override
    public Long get(int index) {
        return values[index];
    }

    /** A copy of the numbers. */
    public long[] toLongArray() {
        return values.clone();
    }

    /** The numbers, not boxed. */
    public LongStream longStream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LongList that ? Arrays.equals(values, that.values) : super.equals(other);
    }

    /** As of any list of these numbers. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
