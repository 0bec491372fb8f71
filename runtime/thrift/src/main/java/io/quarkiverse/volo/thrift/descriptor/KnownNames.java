package io.quarkiverse.volo.thrift.descriptor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says of a name that is not known which ones are. */
public final class KnownNames {

    // Longer names are not worth the quadratic comparison.
    private static final int LONGEST = 64;
    private static final int MOST_SHOWN = 50;

    private KnownNames() {
    }

    /** {@code 'nmae' (expected: one of name, age; did you mean 'name'?)}. */
    public static String expected(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "'" + shown(name) + "' (expected: nothing, there are none)";
        }
        String all = String.join(", ", known.stream().limit(MOST_SHOWN).toList());
        String more = known.size() > MOST_SHOWN ? " and " + (known.size() - MOST_SHOWN) + " more" : "";
        return "'" + shown(name) + "' (expected: " + (known.size() == 1 ? "" : "one of ") + all + more
                + nearest(name, known).map(near -> "; did you mean '" + near + "'?").orElse("") + ")";
    }

    private static String shown(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(1, Math.min(name.length(), candidate.length()) / 3))
                .min(Comparator.<String> comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters are to be added, removed, replaced or swapped with the next; letter case is not counted. */
    private static int distance(String left, String right) {
        if (left.length() > LONGEST || right.length() > LONGEST) {
            return LONGEST;
        }
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] beforePrevious = {};
        int[] previous = IntStream.rangeClosed(0, to.length()).toArray();
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
                if (isSwapped(from, row, to, column)) {
                    current[column] = Math.min(current[column], beforePrevious[column - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[to.length()];
    }

    private static boolean isSwapped(String from, int row, String to, int column) {
        return row > 1 && column > 1 && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
    }
}
