package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    private Benchmark(Path application, boolean quick) {
        this.application = application;
        this.rounds = quick ? new Rounds(3, 3, 5 * SECOND) : new Rounds(7, 10, 20 * SECOND);
        this.latency = quick ? new Latency(3, SECOND) : new Latency(10, 5 * SECOND);
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
        Subject volo = start("-jar", application.resolve("quarkus-run.jar").toString());
        Row echo = new Row("volo", volo, "echo");
        List<Row> servers = List.of(echo, apache("nonblocking"), apache("selector"), apache("pool"), limit());
        for (Shape shape : SHAPES) {
            List<List<Sample>> samples = rounds.of(servers, shape);
            Table.printServers(shape.toString(), servers, samples);
            if (shape.equals(PIPELINED)) {
                latency.print(servers, PIPELINED.connections(), slowest(samples) / 2);
            }
        }
        List<Row> options = List.of(echo, new Row("volo, one more layer", volo, "echoLayered"),
                new Row("volo, request scope active", volo, "echoScoped"), new Row("volo, plain signature", volo, "echoPlain"));
        Table.printOptions("What options cost: " + PIPELINED, options, rounds.of(options, PIPELINED));
        System.out.printf(Locale.ROOT, "%n%d slices were taken again, as the machine lost more than 2 %% of them to steal%n",
                rounds.spoilt());
    }

    private Row apache(String kind) throws IOException {
        return new Row("apache " + kind, startClass(ApacheServer.class, kind), "echo");
    }

    private Row limit() throws IOException {
        return new Row("limit", startClass(LimitServer.class), "echo");
    }

    private Subject startClass(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return start(command.toArray(String[]::new));
    }

    private Subject start(String... command) throws IOException {
        Subject subject = Subject.start(SERVER_CORE, List.of(command));
        subjects.add(subject);
        return subject;
    }

    /** The fewest calls per second that any server managed. */
    private static double slowest(List<List<Sample>> samples) {
        return samples.stream().mapToDouble(Table::rate).min().orElseThrow();
    }
}
