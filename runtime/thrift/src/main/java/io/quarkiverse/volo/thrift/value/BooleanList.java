package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * A list of truth values that never changes, kept in a {@code boolean[]}: what a {@code list<bool>} of the IDL becomes
 * that says {@code (volo.java_type = "boolean[]")}. Equal to any list of the same values; only {@link #get} and what builds on
 * it box.
 */
public final class BooleanList extends AbstractList<Boolean> implements RandomAccess {

    private static final BooleanList EMPTY = new BooleanList(new boolean[0]);

    private final boolean[] values;

    private BooleanList(boolean[] values) {
        this.values = values;
    }

    /** A copy of these values. */
    public static BooleanList of(boolean... values) {
        return wrap(values.clone());
    }

    /** The same list if it is one of ours, else a copy; no element may be {@code null}. */
    public static BooleanList copyOf(Collection<Boolean> values) {
        if (values instanceof BooleanList ours) {
            return ours;
        }
        Boolean[] boxed = values.toArray(new Boolean[0]);
        boolean[] copy = new boolean[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = boxed[i];
        }
        return wrap(copy);
    }

    /** These very values, not copied: the caller gives the array away and must not change it afterwards. */
    public static BooleanList wrap(boolean[] values) {
        return values.length == 0 ? EMPTY : new BooleanList(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The value at an index, not boxed. */
    public boolean getBoolean(int index) {
        return values[index];
    }

    @Override
    public Boolean get(int index) {
        return values[index];
    }

    /** A copy of the values. */
    public boolean[] toBooleanArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BooleanList that ? Arrays.equals(values, that.values) : super.equals(other);
    }

    /** As of any list of these values. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
