package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The servers that are measured beside each other, and how they are called. Ours comes first, as the others are compared with
 * it.
 */
final class WireServers implements AutoCloseable {

    private static final String SERVICE = "Echo";
    private static final String METHOD = "echo";

    private final List<Subject> subjects = new ArrayList<>();
    private final Subject volo;

    WireServers(List<String> application) throws IOException {
        volo = start(Launch.java("java", application));
    }

    /** All that answer in the order of the requests. */
    List<Row> inOrder() throws IOException {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("quarkus-volo", volo, TTHeaderFrames.inOrder(SERVICE, METHOD)));
        rows.add(new Row("quarkus-volo, framed", volo, new EchoFrames(METHOD, Benchmark.TEXT_BYTES)));
        addPeer(rows, "Kitex", Peers.KITEX.command("server"), false);
        addPeer(rows, "Volo", Peers.VOLO.command("server"), false);
        rows.add(new Row("limit: Netty, not decoding", start(Launch.java(LimitServer.class)),
                TTHeaderFrames.inOrder(SERVICE, METHOD)));
        return rows;
    }

    /** All that may answer in any order; ours needs no telling. */
    List<Row> multiplexing() throws IOException {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("quarkus-volo", volo, TTHeaderFrames.multiplexed(SERVICE, METHOD)));
        addPeer(rows, "Kitex, WithMuxTransport", Peers.KITEX.command("server", "--mux"), true);
        addPeer(rows, "Volo, multiplex(true)", Peers.VOLO.command("server", "--mux"), true);
        return rows;
    }

    private void addPeer(List<Row> rows, String name, Optional<List<String>> command, boolean multiplexed) throws IOException {
        if (command.isPresent()) {
            rows.add(new Row(name, start(command.get()), multiplexed ? TTHeaderFrames.multiplexed(SERVICE, METHOD)
                    : TTHeaderFrames.inOrder(SERVICE, METHOD)));
        }
    }

    private Subject start(List<String> command) throws IOException {
        Subject subject = Subject.start(WireBenchmark.SUBJECT_CORE, command);
        subjects.add(subject);
        return subject;
    }

    @Override
    public void close() {
        subjects.forEach(Subject::close);
    }
}
