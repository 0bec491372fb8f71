package io.quarkiverse.volo.benchmark;

/**
 * What one subject did in one round: the sum of its slices. The subject is a server, and the other end the generator of its
 * load; or a client, and the other end the server that it calls.
 */
final class Sample {

    private double subjectNanos;
    private double replies;
    private double nanos;
    private double otherEndNanos;

    /** Nothing yet. */
    Sample() {
    }

    /** @param subjectNanos the CPU time that the subject used meanwhile */
    Sample(long subjectNanos, Load.Result slice) {
        this.subjectNanos = subjectNanos;
        replies = slice.replies();
        nanos = slice.nanos();
        otherEndNanos = slice.ownCpuNanos();
    }

    void add(Sample slice) {
        subjectNanos += slice.subjectNanos;
        replies += slice.replies;
        nanos += slice.nanos;
        otherEndNanos += slice.otherEndNanos;
    }

    double cpuMicrosPerCall() {
        return subjectNanos / 1e3 / replies;
    }

    double callsPerSecond() {
        return replies / (nanos / 1e9);
    }

    double otherEndMicrosPerCall() {
        return otherEndNanos / 1e3 / replies;
    }

    /** How much of its core the other end used. */
    double otherEndShare() {
        return otherEndNanos / nanos;
    }
}
