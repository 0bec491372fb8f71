package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the figures were made on, and how much of its time it lost meanwhile. */
final class Machine {

    private static final double LARGEST_STEAL = 0.02;
    private static final int TICKS_PER_SECOND = 100;
    private static final int STEAL_COLUMN = 8;
    private static final int CORES = (int) lines("/proc/cpuinfo").stream().filter(line -> line.startsWith("processor")).count();

    private Machine() {
    }

    /** One line for the head of a table. */
    static String describe() {
        String model = lines("/proc/cpuinfo").stream().filter(line -> line.startsWith("model name")).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 2)).orElse("unknown CPU");
        return CORES + " cores of " + model + ", Linux " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version") + ", " + LocalDate.now();
    }

    /** Begins to watch how much of its time the machine loses to its neighbours. */
    static Watch watch() {
        return new Watch(stolenSeconds(), System.nanoTime());
    }

    private static double stolenSeconds() {
        String total = lines("/proc/stat").get(0);
        return Double.parseDouble(total.trim().split("\\s+")[STEAL_COLUMN]) / TICKS_PER_SECOND;
    }

    /** How things were when the watch began. */
    record Watch(double stolenSeconds, long startNanos) {

        /** Whether more was lost since than may be where something is measured. */
        boolean lostTooMuch() {
            double seconds = (System.nanoTime() - startNanos) / 1e9 * CORES;
            return (Machine.stolenSeconds() - stolenSeconds) / seconds > LARGEST_STEAL;
        }
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
