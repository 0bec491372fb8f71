package io.quarkiverse.volo.benchmark;

/** What one server did in one round: the sum of its slices. */
final class Sample {

    private double serverNanos;
    private double replies;
    private double nanos;
    private double generatorNanos;

    /** Nothing yet. */
    Sample() {
    }

    /** @param serverNanos the CPU time that the server used meanwhile */
    Sample(long serverNanos, Load.Result slice) {
        this.serverNanos = serverNanos;
        replies = slice.replies();
        nanos = slice.nanos();
        generatorNanos = slice.ownCpuNanos();
    }

    void add(Sample slice) {
        serverNanos += slice.serverNanos;
        replies += slice.replies;
        nanos += slice.nanos;
        generatorNanos += slice.generatorNanos;
    }

    double cpuMicrosPerCall() {
        return serverNanos / 1e3 / replies;
    }

    double callsPerSecond() {
        return replies / (nanos / 1e9);
    }

    double generatorMicrosPerCall() {
        return generatorNanos / 1e3 / replies;
    }

    /** How much of its core the generator used. */
    double generatorShare() {
        return generatorNanos / nanos;
    }
}
