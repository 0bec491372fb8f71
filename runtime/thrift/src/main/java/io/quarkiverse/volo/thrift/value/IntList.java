package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A list of numbers that never changes, kept in an {@code int[]}: what a {@code list<i32>} of the IDL becomes that says
 * {@code (volo.java_type = "int[]")}. Equal to any list of the same numbers; only {@link #get} and what builds on it box.
 */
public final class IntList extends AbstractList<Integer> implements RandomAccess {

    private static final IntList EMPTY = new IntList(new int[0]);

    private final int[] values;

    private IntList(int[] values) {
        this.values = values;
    }

    /** A copy of these numbers. */
    public static IntList of(int... values) {
        return wrap(values.clone());
    }

    /** The same list if it is one of ours, else a copy; no element may be {@code null}. */
    public static IntList copyOf(Collection<Integer> values) {
        if (values instanceof IntList ours) {
            return ours;
        }
        Integer[] boxed = values.toArray(new Integer[0]);
        int[] copy = new int[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = boxed[i];
        }
        return wrap(copy);
    }

    /** These very numbers, not copied: the caller gives the array away and must not change it afterwards. */
    public static IntList wrap(int[] values) {
        return values.length == 0 ? EMPTY : new IntList(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The number at an index, not boxed. */
    public int getInt(int index) {
        return values[index];
    }

    @Override
    public Integer get(int index) {
        return values[index];
    }

    /** A copy of the numbers. */
    public int[] toIntArray() {
        return values.clone();
    }

    /** The numbers, not boxed. */
    public IntStream intStream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntList that ? Arrays.equals(values, that.values) : super.equals(other);
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
