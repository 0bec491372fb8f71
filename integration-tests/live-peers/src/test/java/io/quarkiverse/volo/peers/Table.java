package io.quarkiverse.volo.peers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of the cells: a row for each client and server, a column for each wire. */
final class Table {

    private final Map<Cell, String> results = new LinkedHashMap<>();
    private final Map<Gap, Set<String>> gaps = new TreeMap<>();

    /** @param gaps why checks that failed were not expected to pass */
    void ran(Cell cell, int passed, int checks, Map<String, Gap> gaps, boolean asExpected) {
        results.put(cell, passed + "/" + checks + (asExpected ? "" : " FAILED") + marks(gaps));
        gaps.forEach((check, gap) -> this.gaps.computeIfAbsent(gap, key -> new TreeSet<>()).add(check));
    }

    private static String marks(Map<String, Gap> gaps) {
        EnumSet<Gap> known = EnumSet.noneOf(Gap.class);
        known.addAll(gaps.values());
        StringBuilder marks = new StringBuilder();
        known.forEach(gap -> marks.append(marks.isEmpty() ? " " : "").append(mark(gap)));
        return marks.toString();
    }

    private static char mark(Gap gap) {
        return (char) ('a' + gap.ordinal());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line("client", "server", wire -> wire.toString()));
        for (Language client : Language.values()) {
            for (Language server : Language.values()) {
                text.append(line(client.toString(), server.toString(),
                        wire -> results.getOrDefault(new Cell(client, server, wire), "")));
            }
        }
        gaps.forEach((gap, checks) -> text.append(mark(gap)).append(": ").append(String.join(", ", checks)).append(": ")
                .append(gap.reason()).append('\n'));
        return text.toString();
    }

    @FunctionalInterface
    private interface Column {

        String of(Wire wire);
    }

    private static String line(String client, String server, Column column) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-8s%-8s", client, server));
        for (Wire wire : Wire.values()) {
            line.append(String.format(Locale.ROOT, "%-18s", column.of(wire)));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
