package io.quarkiverse.volo.thrift.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

/**
 * A list of numbers that never changes, kept in a {@code double[]}: what a {@code list<double>} of the IDL becomes that says
 * {@code (volo.java_type = "double[]")}. Equal to any list of the same numbers; only {@link #get} and what builds on it box.
 */
public final class DoubleList extends AbstractList<Double> implements RandomAccess {

    private static final DoubleList EMPTY = new DoubleList(new double[0]);

    private final double[] values;

    private DoubleList(double[] values) {
        this.values = values;
    }

    /** A copy of these numbers. */
    public static DoubleList of(double... values) {
        return wrap(values.clone());
    }

    /** The same list if it is one of ours, else a copy; no element may be {@code null}. */
    public static DoubleList copyOf(Collection<Double> values) {
        if (values instanceof DoubleList ours) {
            return ours;
        }
        Double[] boxed = values.toArray(new Double[0]);
        double[] copy = new double[boxed.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = boxed[i];
        }
        return wrap(copy);
    }

    /** These very numbers, not copied: the caller gives the array away and must not change it afterwards. */
    public static DoubleList wrap(double[] values) {
        return values.length == 0 ? EMPTY : new DoubleList(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The number at an index, not boxed. */
    public double getDouble(int index) {
        return values[index];
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    /** A copy of the numbers. */
    public double[] toDoubleArray() {
        return values.clone();
    }

    /** The numbers, not boxed. */
    public DoubleStream doubleStream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DoubleList that ? Arrays.equals(values, that.values) : super.equals(other);
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
