package io.quarkiverse.volo.codegen.diagnostic;

import java.util.Comparator;

/**
 * A place in an IDL file.
 *
 * @param file the file as the user knows it: relative to the input directory where it lies below it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** As editors and terminals link it: {@code user.thrift:7:3}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
