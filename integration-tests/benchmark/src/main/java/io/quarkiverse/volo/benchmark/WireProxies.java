package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Servers that answer the echo with what another server answers them; that one echoes without decoding, on the other core. */
final class WireProxies implements AutoCloseable {

    private final List<Subject> subjects = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Subject server;

    /** @param calls how many calls are under way at once, at most: a connection to the server for each */
    WireProxies(List<String> application, int calls) throws IOException {
        server = start(WireBenchmark.OTHER_CORE, Launch.java(LimitServer.class));
        String address = "127.0.0.1:" + server.port();
        List<String> options = new ArrayList<>(WireClients.options(address, calls));
        options.addAll(application);
        // A service of its own, as the application also has the echo itself.
        rows.add(new Row("quarkus-volo", start(WireBenchmark.SUBJECT_CORE, Launch.java("java", options)),
                TTHeaderFrames.inOrder("ProxiedEcho", "echoProxied")));
        String loops = String.valueOf(calls);
        addPeer("Kitex", Peers.KITEX.command("proxy", "--address", address, "--loops", loops));
        addPeer("Volo", Peers.VOLO.command("proxy", "--address", address));
    }

    private void addPeer(String name, Optional<List<String>> command) throws IOException {
        if (command.isPresent()) {
            rows.add(new Row(name, start(WireBenchmark.SUBJECT_CORE, command.get()), TTHeaderFrames.inOrder("Echo", "echo")));
        }
    }

    private Subject start(String core, List<String> command) throws IOException {
        Subject subject = Subject.start(core, command);
        subjects.add(subject);
        return subject;
    }

    /** Ours first. */
    List<Row> rows() {
        return rows;
    }

    /** The one that all of them call. */
    Subject server() {
        return server;
    }

    @Override
    public void close() {
        subjects.forEach(Subject::close);
    }
}
