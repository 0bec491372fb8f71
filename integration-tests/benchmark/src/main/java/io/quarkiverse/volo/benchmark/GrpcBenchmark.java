package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints the tables of docs/performance.md, "gRPC": all servers at once, each on the first core, called in turns by
 * {@code h2load} on the other.
 */
public final class GrpcBenchmark {

    private static final long SECOND = 1_000_000_000L;
    private static final int CONNECTIONS = 10;
    private static final int STREAMS = 10;
    private static final int KIB = 1 << 10;
    private static final int LARGE = 16 << 20;
    private static final int STREAMED = 1_000;

    private final Rounds rounds;
    private final long warmUp;
    private final List<String> options;

    private GrpcBenchmark(List<String> options) {
        boolean quick = options.contains("--quick");
        this.options = options;
        rounds = quick ? new Rounds(3, 3) : new Rounds(7, 10);
        warmUp = (quick ? 5 : 20) * SECOND;
    }

    /**
     * @param arguments the packaged applications' directories, ours and that of quarkus-grpc; then tables; then {@code --quick}
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(Machine.describe());
        GrpcBenchmark benchmark = new GrpcBenchmark(List.of(arguments));
        try (GrpcServers servers = new GrpcServers(Path.of(arguments[0]), Path.of(arguments[1]))) {
            benchmark.run(servers);
        }
        System.out.printf(Locale.ROOT, "%n%d slices were taken again, as the machine lost more than 2 %% of them to steal%n",
                benchmark.rounds.spoilt());
    }

    private void run(GrpcServers servers) throws IOException {
        String shape = String.format(Locale.ROOT, ": %d connections, %d streams each", CONNECTIONS, STREAMS);
        if (wanted("unary")) {
            List<GrpcServers.Server> all = servers.all();
            Table.printServers("gRPC, echo of 1 KiB" + shape, names(all),
                    measure(all, FlowCall.echo(KIB), CONNECTIONS, STREAMS));
            Table.printServers("gRPC, echo of nothing" + shape, names(all),
                    measure(all, FlowCall.echo(0), CONNECTIONS, STREAMS));
        }
        if (wanted("stream")) {
            List<GrpcServers.Server> all = servers.all();
            Table.printServers("gRPC, streams of " + STREAMED + " messages of 1 KiB, a call is a message: " + CONNECTIONS
                    + " connections, 1 stream each", names(all), measure(all, FlowCall.send(STREAMED, KIB), CONNECTIONS, 1));
        }
        if (wanted("large")) {
            List<GrpcServers.Server> large = servers.all();
            Table.printRates("gRPC, echo of 16 MiB: 2 connections, 1 stream each", "MiB/s", 2.0 * LARGE / KIB / KIB,
                    names(large),
                    measure(large, FlowCall.carry(LARGE), 2, 1));
        }
    }

    private boolean wanted(String table) {
        return options.contains(table)
                || !options.contains("unary") && !options.contains("stream") && !options.contains("large");
    }

    private static List<String> names(List<GrpcServers.Server> servers) {
        return servers.stream().map(GrpcServers.Server::name).toList();
    }

    private List<List<Sample>> measure(List<GrpcServers.Server> servers, FlowCall call, int connections, int streams)
            throws IOException {
        List<Rounds.Measurement> measurements = new ArrayList<>();
        for (GrpcServers.Server server : servers) {
            H2Load load = new H2Load(call, server.subject().port(), connections, streams);
            for (long start = System.nanoTime(); System.nanoTime() - start < warmUp;) {
                load.run(SECOND);
            }
            measurements.add(nanos -> {
                long before = server.subject().cpuNanos();
                Load.Result result = load.run(nanos);
                return new Sample(server.subject().cpuNanos() - before, result);
            });
        }
        return rounds.of(measurements);
    }
}
