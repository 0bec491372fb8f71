package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints the tables of docs/performance.md: all servers at once, each on the first core, measured in turns by one generator on
 * the other core.
 */
public final class Benchmark {

    static final int TEXT_BYTES = 1024;

    private static final String SERVER_CORE = "0";
    private static final Shape PIPELINED = new Shape(100, 8);
    private static final List<Shape> SHAPES = List.of(PIPELINED, new Shape(100, 1), new Shape(1_000, 1));
    private static final long SECOND = 1_000_000_000L;

    private final List<Subject> subjects = new ArrayList<>();
    private final Path application;
    private final Rounds rounds;
    private final Latency latency;
    private final long warmUp;

    private Benchmark(Path application, boolean quick) {
        this.application = application;
        this.rounds = quick ? new Rounds(3, 3) : new Rounds(7, 10);
        this.warmUp = (quick ? 5 : 20) * SECOND;
        this.latency = quick ? new Latency(3, SECOND) : new Latency(7, 3 * SECOND);
    }

    /** @param arguments the packaged application's directory, then {@code --quick} or nothing */
    public static void main(String[] arguments) throws IOException {
        Benchmark benchmark = new Benchmark(Path.of(arguments[0]), List.of(arguments).contains("--quick"));
        try {
            benchmark.run();
        } finally {
            benchmark.subjects.forEach(Subject::close);
        }
    }

    private void run() throws IOException {
        System.out.println(Machine.describe());
        Subject volo = start(Launch.java("java", List.of("-jar", application.resolve("quarkus-run.jar").toString())));
        Row echo = new Row("volo", volo, framed("echo"));
        Row limit = new Row("limit: Netty, not decoding", start(Launch.java(LimitServer.class)), framed("echo"));
        List<Row> plain = List.of(echo, apache("nonblocking"), apache("selector"), apache("pool"), limit);
        List<Row> rows = new ArrayList<>(plain);
        rows.add(1, new Row("volo, request scope active", volo, framed("echoScoped")));
        rows.add(2, new Row("volo, plain signature", volo, framed("echoPlain")));
        for (Shape shape : SHAPES) {
            List<List<Sample>> samples = rounds.of(rows, shape, shape.equals(PIPELINED) ? warmUp : warmUp / 4);
            Table.printServers(shape.toString(), Table.names(rows), samples);
            if (shape.equals(PIPELINED)) {
                latency.print("Latency", plain, PIPELINED.connections(), Table.slowest(samples) / 2);
            }
        }
        // Beside each other and nothing else: what a worker thread or a large heap leaves behind must not meet one of them only.
        List<Row> layers = List.of(echo, new Row("volo, one more layer", volo, framed("echoLayered")));
        Table.printOptions("One more layer: " + PIPELINED, layers, rounds.of(layers, PIPELINED, warmUp));
        System.out.printf(Locale.ROOT, "%n%d slices were taken again, as the machine lost more than 2 %% of them to steal%n",
                rounds.spoilt() + latency.spoilt());
    }

    private Row apache(String kind) throws IOException {
        return new Row("apache " + ApacheServer.describe(kind), start(Launch.java(ApacheServer.class, kind)), framed("echo"));
    }

    private static Frames framed(String method) {
        return new EchoFrames(method, TEXT_BYTES);
    }

    private Subject start(List<String> command) throws IOException {
        Subject subject = Subject.start(SERVER_CORE, command);
        subjects.add(subject);
        return subject;
    }
}
