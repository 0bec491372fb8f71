package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * A list of numbers that never changes, kept in a {@code byte[]}: what a {@code list<i8>} of the IDL becomes that says
 * {@code (volo.java_type = "byte[]")}. Equal to any list of the same numbers; only {@link #get} and what builds on it box.
 */
public final class ByteList extends AbstractList<Byte> implements RandomAccess {

    private static final ByteList EMPTY = new ByteList(new byte[0]);

    private final byte[] values;

    private ByteList(byte[] values) {
        this.values = values;
    }

    /** A copy of these numbers. */
    public static ByteList of(byte... values) {
        return wrap(values.clone());
    }

    /** The same list if it is one of ours, else a copy; no element may be {@code null}. */
    public static ByteList copyOf(Collection<Byte> values) {
        if (values instanceof ByteList ours) {
            return ours;
        }
        Byte[] boxed = values.toArray(new Byte[0]);
        byte[] copy = new byte[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = boxed[i];
        }
        return wrap(copy);
    }

    /** These very numbers, not copied: the caller gives the array away and must not change it afterwards. */
    public static ByteList wrap(byte[] values) {
        return values.length == 0 ? EMPTY : new ByteList(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The number at an index, not boxed. */
    public byte getByte(int index) {
        return values[index];
    }

    @Override
    public Byte get(int index) {
        return values[index];
    }

    /** A copy of the numbers. */
    public byte[] toByteArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByteList that ? Arrays.equals(values, that.values) : super.equals(other);
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
