package io.quarkiverse.volo.benchmark;

/** What a row of a table tells of: a server, and the method that is called. */
record Row(String name, Subject subject, String method) {

    EchoFrames frames() {
        return new EchoFrames(method, Benchmark.TEXT_BYTES);
    }
}
