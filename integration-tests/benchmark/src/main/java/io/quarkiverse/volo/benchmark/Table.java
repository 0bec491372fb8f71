package io.quarkiverse.volo.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints figures as a table of Markdown. The first row is our own server, as most users have it. */
final class Table {

    /** Above this share of its core the generator is the limit, and a rate says nothing of the server. */
    private static final double BUSY = 0.9;

    private Table() {
    }

    /** Ours beside others: the ratio tells how much of their CPU time ours takes. */
    static void printServers(String title, List<Row> rows, List<List<Sample>> samples) {
        print(title, "ours / this", rows, samples, (ours, theirs) -> ours / theirs);
    }

    /** Ours with and without something: the ratio tells how much more CPU time it takes with it. */
    static void printOptions(String title, List<Row> rows, List<List<Sample>> samples) {
        print(title, "this / first", rows, samples, (ours, theirs) -> theirs / ours);
    }

    private interface Ratio {

        double of(double first, double other);
    }

    private static void print(String title, String ratioTitle, List<Row> rows, List<List<Sample>> samples, Ratio ratio) {
        System.out.printf(Locale.ROOT, "%n### %s%n%n", title);
        System.out.printf(Locale.ROOT, "| server | CPU us per call | %s (min-max) | calls/s | generator |%n", ratioTitle);
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        double[] first = each(samples.get(0), Sample::cpuMicrosPerCall);
        for (int i = 0; i < rows.size(); i++) {
            double[] cpu = each(samples.get(i), Sample::cpuMicrosPerCall);
            double[] ratios = new double[cpu.length];
            Arrays.setAll(ratios, round -> ratio.of(first[round], cpu[round]));
            double share = median(each(samples.get(i), Sample::generatorShare));
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f (%.2f-%.2f) | %s | %.0f %% |%n", rows.get(i).name(), median(cpu),
                    median(ratios), Arrays.stream(ratios).min().orElseThrow(), Arrays.stream(ratios).max().orElseThrow(),
                    share > BUSY ? "void" : String.format(Locale.ROOT, "%.0f", rate(samples.get(i))), share * 100);
        }
    }

    /** Calls per second, in the median round. */
    static double rate(List<Sample> samples) {
        return median(each(samples, Sample::callsPerSecond));
    }

    private static double[] each(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
