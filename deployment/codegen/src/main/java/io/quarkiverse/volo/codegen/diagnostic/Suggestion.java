package io.quarkiverse.volo.codegen.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that the user most likely meant. */
public final class Suggestion {

    // Longer names are not worth the quadratic comparison.
    private static final int LONGEST = 64;

    private Suggestion() {
    }

    /** {@code "; did you mean 'User'?"}, or nothing if no known name is near. */
    public static String forName(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> candidate.endsWith("." + name))
                .min(Comparator.naturalOrder())
                .or(() -> nearest(name, known))
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("");
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(1, Math.min(name.length(), candidate.length()) / 3))
                .min(Comparator.<String> comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, letter case not counted. */
    private static int distance(String left, String right) {
        if (left.length() > LONGEST || right.length() > LONGEST) {
            return LONGEST;
        }
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
