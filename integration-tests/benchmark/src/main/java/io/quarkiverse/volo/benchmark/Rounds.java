package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures servers, or clients, beside each other: a slice of each in turn, over and over, so that whatever else the machine
 * does meets all of them. A slice in which the machine lost more than 2 % of its time to its neighbours is taken again.
 */
final class Rounds {

    private static final long SLICE_NANOS = 1_000_000_000L;

    private final int rounds;
    private final int slices;
    private int spoilt;
    private int spoiltAtMost;

    /**
     * @param slices how many seconds of each server make a round
     */
    Rounds(int rounds, int slices) {
        this.rounds = rounds;
        this.slices = slices;
    }

    /** Something that can be called for a while. */
    @FunctionalInterface
    interface Measurement {

        /** What it did within that time. */
        Sample take(long nanos) throws IOException;
    }

    /** What is measured, and what came of it: a sample each round. */
    private record Measured(Measurement measurement, List<Sample> samples) {
    }

    /**
     * The samples of each row, in the rows' order: as many as there are rounds.
     *
     * @param warmUpNanos how long each server is called before it counts
     * @param behind servers that are called by those of the rows: their CPU time counts with the generator's
     */
    List<List<Sample>> of(List<Row> rows, Shape shape, long warmUpNanos, Subject... behind) throws IOException {
        List<Load> loads = new ArrayList<>();
        List<Measurement> all = new ArrayList<>();
        try {
            for (Row row : rows) {
                Load load = new Load(row.frames(), row.subject().port(), shape);
                loads.add(load);
                // At once: a server closes connections that say nothing for long.
                load.run(warmUpNanos);
                all.add(nanos -> {
                    long before = row.subject().cpuNanos();
                    long behindBefore = cpuNanos(behind);
                    Load.Result result = load.run(nanos);
                    return new Sample(row.subject().cpuNanos() - before, result.plusCpu(cpuNanos(behind) - behindBefore));
                });
            }
            return of(all);
        } finally {
            for (Load load : loads) {
                load.close();
            }
        }
    }

    private static long cpuNanos(Subject[] subjects) {
        return Arrays.stream(subjects).mapToLong(Subject::cpuNanos).sum();
    }

    /** The samples of each, in their order: as many as there are rounds. */
    List<List<Sample>> of(List<Measurement> measurements) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (Measurement measurement : measurements) {
            all.add(new Measured(measurement, new ArrayList<>()));
        }
        // Then three of four are lost, and to go on makes no sense.
        spoiltAtMost = spoilt + 3 * rounds * slices * all.size();
        for (int round = 0; round < rounds; round++) {
            round(all);
        }
        return all.stream().map(Measured::samples).toList();
    }

    private void round(List<Measured> all) throws IOException {
        all.forEach(measured -> measured.samples().add(new Sample()));
        for (int slice = 0; slice < slices; slice++) {
            for (Measured measured : all) {
                goodSlice(measured);
            }
        }
    }

    private void goodSlice(Measured measured) throws IOException {
        for (;;) {
            Machine.Watch watch = Machine.watch();
            Sample slice = measured.measurement().take(SLICE_NANOS);
            if (!watch.lostTooMuch()) {
                measured.samples().get(measured.samples().size() - 1).add(slice);
                return;
            }
            if (++spoilt > spoiltAtMost) {
                throw new IOException("the machine is too busy: in " + spoilt
                        + " slices it lost more than 2 % of its time to its neighbours");
            }
        }
    }

    /** How many slices had to be taken again. */
    int spoilt() {
        return spoilt;
    }
}
