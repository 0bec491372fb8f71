package io.quarkiverse.volo.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints figures as a table of Markdown. */
final class Table {

    /** Above this share of its core the generator is the limit, and a rate says nothing of the server. */
    private static final double BUSY = 0.9;

    private Table() {
    }

    /** One server's figures, an element each round. */
    record Row(String name, double[] cpuMicros, double[] rate, double[] generatorShare, double[] ratio) {
    }

    static void print(String title, List<Row> rows) {
        System.out.printf(Locale.ROOT, "%n### %s%n%n", title);
        System.out.println("| server | CPU us per call | ours / this (min-max) | calls/s | generator |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (Row row : rows) {
            double share = median(row.generatorShare());
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f (%.2f-%.2f) | %s | %.0f %% |%n", row.name(),
                    median(row.cpuMicros()), median(row.ratio()), min(row.ratio()), max(row.ratio()),
                    share > BUSY ? "void" : String.format(Locale.ROOT, "%.0f", median(row.rate())), share * 100);
        }
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
