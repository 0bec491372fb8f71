package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.HdrHistogram.Histogram;

/** Measures how long calls take at a rate that every server can bear: a slice of each server in turn, over and over. */
final class Latency {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1e3;

    private static final int SPOILT_AT_MOST = 20;

    private final int slices;
    private int spoilt;
    private final long sliceNanos;

    Latency(int slices, long sliceNanos) {
        this.slices = slices;
        this.sliceNanos = sliceNanos;
    }

    void print(String title, List<Row> rows, int connections, double callsPerSecond) throws IOException {
        List<OpenLoad> loads = new ArrayList<>();
        List<Histogram> times = new ArrayList<>();
        for (Row row : rows) {
            loads.add(new OpenLoad(row.frames(), row.subject().port(), connections, callsPerSecond));
            times.add(new Histogram(DIGITS));
        }
        for (OpenLoad load : loads) {
            load.run(sliceNanos, new Histogram(DIGITS));
        }
        for (int slice = 0; slice < slices; slice++) {
            for (int i = 0; i < rows.size(); i++) {
                times.get(i).add(goodSlice(loads.get(i)));
            }
        }
        for (OpenLoad load : loads) {
            load.close();
        }
        System.out.printf(Locale.ROOT, "%n### %s: %d connections, %.0f calls/s in an open loop%n%n", title, connections,
                callsPerSecond);
        System.out.println("| server | p50 us | p99 us | p99.9 us |");
        System.out.println("| --- | ---: | ---: | ---: |");
        for (int i = 0; i < rows.size(); i++) {
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", rows.get(i).name(), micros(times.get(i), 50),
                    micros(times.get(i), 99), micros(times.get(i), 99.9));
        }
    }

    private Histogram goodSlice(OpenLoad load) throws IOException {
        for (;;) {
            Machine.Watch watch = Machine.watch();
            Histogram slice = new Histogram(DIGITS);
            load.run(sliceNanos, slice);
            if (!watch.lostTooMuch()) {
                return slice;
            }
            if (++spoilt > SPOILT_AT_MOST * slices) {
                throw new IOException(
                        "the machine is too busy: it lost more than 2 % of " + spoilt + " slices to its neighbours");
            }
        }
    }

    /** How many slices had to be taken again. */
    int spoilt() {
        return spoilt;
    }

    private static double micros(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }
}
