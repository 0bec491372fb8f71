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
    static void printServers(String title, List<String> names, List<List<Sample>> samples) {
        print(title, "server | CPU us per call | ours / this", "generator", names, samples, (ours, theirs) -> ours / theirs);
    }

    /** Ours beside others: the ratio tells how much more than theirs goes through ours. */
    static void printRates(String title, String unit, double unitsPerCall, List<String> names, List<List<Sample>> samples) {
        System.out.printf(Locale.ROOT, "%n### %s%n%n", title);
        System.out.printf(Locale.ROOT, "| server | %s | ours / this (min-max) | CPU ms per call | generator |%n", unit);
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        double[] first = each(samples.get(0), Sample::callsPerSecond);
        for (int i = 0; i < names.size(); i++) {
            double[] rates = each(samples.get(i), Sample::callsPerSecond);
            System.out.printf(Locale.ROOT, "| %s | %.0f | %s | %.2f | %.0f %% |%n", names.get(i), median(rates) * unitsPerCall,
                    ratios(first, rates, (ours, theirs) -> ours / theirs),
                    median(each(samples.get(i), Sample::cpuMicrosPerCall)) / 1e3,
                    median(each(samples.get(i), Sample::otherEndShare)) * 100);
        }
    }

    /** Our proxy beside others, which all call one and the same server. */
    static void printProxies(String title, List<Row> rows, List<List<Sample>> samples) {
        print(title, "proxy | CPU us per call | ours / this", "generator and server", names(rows), samples,
                (ours, theirs) -> ours / theirs);
    }

    /** Our clients beside others, called by their names. */
    static void printClients(String title, List<String> names, List<List<Sample>> samples) {
        print(title, "client | CPU us per call | first / this", "server", names, samples, (first, other) -> first / other);
    }

    /** Ours with and without something: the ratio tells how much more CPU time it takes with it. */
    static void printOptions(String title, List<Row> rows, List<List<Sample>> samples) {
        print(title, "server | CPU us per call | this / first", "generator", names(rows), samples,
                (ours, theirs) -> theirs / ours);
    }

    static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }

    private interface Ratio {

        double of(double first, double other);
    }

    private static void print(String title, String head, String otherEnd, List<String> names, List<List<Sample>> samples,
            Ratio ratio) {
        System.out.printf(Locale.ROOT, "%n### %s%n%n", title);
        System.out.printf(Locale.ROOT, "| %s (min-max) | calls/s | %s |%n", head, otherEnd);
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        double[] first = each(samples.get(0), Sample::cpuMicrosPerCall);
        for (int i = 0; i < names.size(); i++) {
            double[] cpu = each(samples.get(i), Sample::cpuMicrosPerCall);
            double share = median(each(samples.get(i), Sample::otherEndShare));
            System.out.printf(Locale.ROOT, "| %s | %.2f | %s | %s | %.2f us, %.0f %% |%n", names.get(i),
                    median(cpu), ratios(first, cpu, ratio),
                    share > BUSY ? "void" : String.format(Locale.ROOT, "%.0f", rate(samples.get(i))),
                    median(each(samples.get(i), Sample::otherEndMicrosPerCall)), share * 100);
        }
    }

    private static String ratios(double[] first, double[] other, Ratio ratio) {
        double[] ratios = new double[other.length];
        Arrays.setAll(ratios, round -> ratio.of(first[round], other[round]));
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", median(ratios), Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    /** The fewest calls per second that any of them managed. */
    static double slowest(List<List<Sample>> samples) {
        return samples.stream().mapToDouble(Table::rate).min().orElseThrow();
    }

    /** Calls per second, in the median round. */
    private static double rate(List<Sample> samples) {
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
