package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * A list of numbers that never changes, kept in a {@code short[]}: what a {@code list<i16>} of the IDL becomes that says
 * {@code (volo.java_type = "short[]")}. Equal to any list of the same numbers; only {@link #get} and what builds on it box.
 */
public final class ShortList extends AbstractList<Short> implements RandomAccess {

    private static final ShortList EMPTY = new ShortList(new short[0]);

    private final short[] values;

    private ShortList(short[] values) {
        this.values = values;
    }

    /** A copy of these numbers. */
    public static ShortList of(short... values) {
        return wrap(values.clone());
    }

    /** The same list if it is one of ours, else a copy; no element may be {@code null}. */
    public static ShortList copyOf(Collection<Short> values) {
        if (values instanceof ShortList ours) {
            return ours;
        }
        Short[] boxed = values.toArray(new Short[0]);
        short[] copy = new short[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = boxed[i];
        }
        return wrap(copy);
    }

    /** These very numbers, not copied: the caller gives the array away and must not change it afterwards. */
    public static ShortList wrap(short[] values) {
        return values.length == 0 ? EMPTY : new ShortList(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The number at an index, not boxed. */
    public short getShort(int index) {
        return values[index];
    }

    @Override
    public Short get(int index) {
        return values[index];
    }

    /** A copy of the numbers. */
    public short[] toShortArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShortList that ? Arrays.equals(values, that.values) : super.equals(other);
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
