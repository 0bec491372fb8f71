package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients that are measured beside each other; all call one and the same server, which echoes without decoding. */
final class WireClients implements AutoCloseable {

    private final List<String> application;
    private final int loops;
    private final Subject server;
    private final Map<String, ClientSubject> clients = new LinkedHashMap<>();

    /** @param loops how many calls are under way at once */
    WireClients(List<String> application, int loops) throws IOException {
        this.application = application;
        this.loops = loops;
        server = Subject.start(WireBenchmark.OTHER_CORE, Launch.java(LimitServer.class));
    }

    /** How the application is told whom to call, and over what. */
    static List<String> options(String address, int connections) {
        return List.of("-Dquarkus.volo.clients.echo.address=" + address,
                "-Dquarkus.volo.clients.echo.transport=ttheader-framed",
                "-Dquarkus.volo.clients.echo.max-connections=" + connections,
                // Processes share a core: no call may fail for that.
                "-Dquarkus.volo.clients.echo.timeout=30s",
                "-Dquarkus.volo.clients.echo.wait-timeout=30s");
    }

    /** Those that have one call under way on each connection. */
    void startPooled() throws IOException {
        add("quarkus-volo, Uni", Optional.of(ours()));
        add("Kitex, long connections", peer(Peers.KITEX));
        add("Volo", peer(Peers.VOLO));
    }

    /** Those that have many. */
    void startMultiplexing() throws IOException {
        add("quarkus-volo, Uni, a connection for each event loop",
                Optional.of(ours("-Dquarkus.volo.clients.echo.multiplex=true")));
        add("Kitex, 2 connections", peer(Peers.KITEX, "--mux"));
        add("Volo, 1 connection", peer(Peers.VOLO, "--mux"));
    }

    private List<String> ours(String... more) {
        List<String> options = new ArrayList<>(options("127.0.0.1:" + server.port(), loops));
        options.addAll(List.of("-Dbenchmark.client=uni", "-Dbenchmark.loops=" + loops, "-Dbenchmark.tenant=acme",
                "-Dquarkus.volo.server.enabled=false"));
        options.addAll(List.of(more));
        options.addAll(application);
        return Launch.java("java", options);
    }

    private Optional<List<String>> peer(Peers peer, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("client", "--address", "127.0.0.1:" + server.port(), "--loops", String.valueOf(loops)));
        arguments.addAll(List.of(more));
        return peer.command(arguments.toArray(String[]::new));
    }

    private void add(String name, Optional<List<String>> command) throws IOException {
        if (command.isPresent()) {
            clients.put(name, ClientSubject.start(WireBenchmark.SUBJECT_CORE, command.get()));
        }
    }

    /** Measures those that were started last, prints their table, and ends them. */
    void print(String title, Rounds rounds, long warmUp) throws IOException {
        List<Rounds.Measurement> measurements = clients.values().stream().map(client -> client.calling(server)).toList();
        for (Rounds.Measurement measurement : measurements) {
            measurement.take(warmUp);
        }
        if (!clients.isEmpty()) {
            Table.printClients(title, List.copyOf(clients.keySet()), rounds.of(measurements));
        }
        end();
    }

    private void end() {
        clients.values().forEach(ClientSubject::close);
        clients.clear();
    }

    @Override
    public void close() {
        end();
        server.close();
    }
}
