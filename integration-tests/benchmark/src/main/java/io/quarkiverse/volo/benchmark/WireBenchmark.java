package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints the tables of docs/performance.md, "Beside Kitex and Volo": the subjects on the first core, measured in turns; what
 * calls them or is called by them on the other.
 */
public final class WireBenchmark {

    static final String SUBJECT_CORE = "0";
    static final String OTHER_CORE = "1";

    private static final long SECOND = 1_000_000_000L;

    private final Rounds rounds;
    private final Latency latency;
    private final long warmUp;
    private final List<String> application;

    private WireBenchmark(Path application, boolean quick) {
        this.application = List.of("-jar", application.resolve("quarkus-run.jar").toString());
        rounds = quick ? new Rounds(3, 2) : new Rounds(7, 5);
        latency = quick ? new Latency(3, SECOND) : new Latency(7, 3 * SECOND);
        warmUp = (quick ? 5 : 20) * SECOND;
    }

    /** @param arguments the packaged application's directory; then the parts, all if there is none; then {@code --quick} */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        WireBenchmark benchmark = new WireBenchmark(Path.of(arguments[0]), options.contains("--quick"));
        System.out.println(Machine.describe());
        boolean all = !options.contains("server") && !options.contains("proxy") && !options.contains("client");
        if (all || options.contains("server")) {
            benchmark.servers();
        }
        if (all || options.contains("proxy")) {
            benchmark.proxies();
        }
        if (all || options.contains("client")) {
            benchmark.clients();
        }
        System.out.printf(Locale.ROOT, "%n%d slices were taken again, as the machine lost more than 2 %% of them to steal%n",
                benchmark.rounds.spoilt() + benchmark.latency.spoilt());
    }

    private void servers() throws IOException {
        try (WireServers servers = new WireServers(application)) {
            Shape pipelined = new Shape(100, 8);
            List<Row> rows = servers.inOrder();
            Table.printServers("TTHeader: " + pipelined, Table.names(rows), rounds.of(rows, pipelined, warmUp));
            Shape pingPong = new Shape(100, 1);
            Table.printServers("TTHeader: " + pingPong, Table.names(rows), rounds.of(rows, pingPong, warmUp / 4));
            Shape multiplexed = new Shape(4, 64);
            List<Row> multiplexing = servers.multiplexing();
            Table.printServers("TTHeader, multiplexed: " + multiplexed, Table.names(multiplexing),
                    rounds.of(multiplexing, multiplexed, warmUp));
        }
    }

    private void proxies() throws IOException {
        Shape shape = new Shape(100, 1);
        try (WireProxies proxies = new WireProxies(application, shape.connections())) {
            List<Row> rows = proxies.rows();
            List<List<Sample>> samples = rounds.of(rows, shape, warmUp, proxies.server());
            Table.printProxies("Proxies: " + shape, rows, samples);
            latency.print("Latency of the proxies", rows, shape.connections(), Table.slowest(samples) / 2);
        }
    }

    private void clients() throws IOException {
        int loops = 100;
        try (WireClients clients = new WireClients(application, loops)) {
            clients.startPooled();
            clients.print(loops + " calls under way, a connection each", rounds, warmUp);
            clients.startMultiplexing();
            clients.print(loops + " calls under way, multiplexed", rounds, warmUp);
        }
    }
}
