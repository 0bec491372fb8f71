package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the table of docs/performance.md: all servers at once, each on the first core, measured one after the other in rounds by
 * one generator on the other core.
 */
public final class Benchmark {

    private static final int TEXT_BYTES = 1024;
    private static final String SERVER_CORE = "0";
    private static final double LARGEST_STEAL = 0.02;
    private static final int TICKS_PER_SECOND = 100;
    private static final int CORES = 2;
    private static final List<Shape> SHAPES = List.of(new Shape(100, 8), new Shape(100, 1), new Shape(1_000, 1));
    private static final String ECHO = "echo";

    private final long warmUpNanos;
    private final long roundNanos;
    private final int rounds;

    private record Shape(int connections, int window) {

        @Override
        public String toString() {
            return connections + " connections, " + window + " in flight each";
        }
    }

    /** What one server did in one round. */
    private record Sample(double cpuMicrosPerCall, double callsPerSecond, double generatorShare) {
    }

    private Benchmark(boolean quick) {
        warmUpNanos = seconds(quick ? 5 : 20);
        roundNanos = seconds(quick ? 3 : 10);
        rounds = quick ? 3 : 7;
    }

    private static long seconds(int seconds) {
        return seconds * 1_000_000_000L;
    }

    /** @param arguments the packaged application's directory, then {@code --quick} or nothing */
    public static void main(String[] arguments) throws IOException {
        Path application = Path.of(arguments[0]);
        String jar = application.resolve("quarkus-run.jar").toString();
        String classes = System.getProperty("java.class.path");
        List<Subject> subjects = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try {
            Subject volo = start(subjects, "-jar", jar);
            rows.add(new Row("volo", volo, ECHO));
            for (String kind : List.of("nonblocking", "selector", "pool")) {
                rows.add(new Row("apache " + kind, start(subjects, "-cp", classes, ApacheServer.class.getName(), kind), ECHO));
            }
            rows.add(new Row("limit", start(subjects, "-cp", classes, LimitServer.class.getName()), ECHO));
            Benchmark benchmark = new Benchmark(List.of(arguments).contains("--quick"));
            for (Shape shape : SHAPES) {
                benchmark.measure(shape.toString(), shape, rows);
            }
            benchmark.measure("What options cost: " + SHAPES.get(0), SHAPES.get(0), List.of(rows.get(0),
                    new Row("volo, one more layer", start(subjects, "-Dquarkus.volo.server.layers=nothing", "-jar", jar), ECHO),
                    new Row("volo, request scope active", volo, "echoScoped"),
                    new Row("volo, plain signature", volo, "echoPlain")));
        } finally {
            subjects.forEach(Subject::close);
        }
    }

    private static Subject start(List<Subject> started, String... command) throws IOException {
        Subject subject = Subject.start(SERVER_CORE, List.of(command));
        started.add(subject);
        return subject;
    }

    /** What a row of a table tells of: a server, and the method that is called. */
    private record Row(String name, Subject subject, String method) {
    }

    /** A row, the load for it, and what came of it. */
    private record Measured(Row row, Load load, List<Sample> samples) {
    }

    private void measure(String title, Shape shape, List<Row> rows) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (Row row : rows) {
            Load load = new Load(new EchoFrames(row.method(), TEXT_BYTES), row.subject().port(), shape.connections(),
                    shape.window());
            all.add(new Measured(row, load, new ArrayList<>()));
            load.run(warmUpNanos);
            load.drain();
        }
        for (int good = 0, tried = 0; good < rounds && tried < 3 * rounds; tried++) {
            double stolen = stolenTicks();
            List<Sample> round = new ArrayList<>();
            for (Measured measured : all) {
                round.add(sample(measured.row().subject(), measured.load()));
            }
            double ticks = all.size() * roundNanos / 1e9 * TICKS_PER_SECOND * CORES;
            if ((stolenTicks() - stolen) / ticks <= LARGEST_STEAL) {
                good++;
                for (int i = 0; i < all.size(); i++) {
                    all.get(i).samples().add(round.get(i));
                }
            } else {
                System.out.println("(a round dropped: the machine lost more than 2 % to steal)");
            }
        }
        for (Measured measured : all) {
            measured.load().close();
        }
        if (all.get(0).samples().size() < rounds) {
            System.out.println("(only " + all.get(0).samples().size() + " of " + rounds + " rounds count)");
        }
        Table.print(title, rows(all));
    }

    private Sample sample(Subject subject, Load load) throws IOException {
        long cpu = subject.cpuNanos();
        Load.Result result = load.run(roundNanos);
        double used = subject.cpuNanos() - cpu;
        load.drain();
        return new Sample(used / 1e3 / result.replies(), result.replies() / (result.nanos() / 1e9),
                (double) result.ownCpuNanos() / result.nanos());
    }

    /** Ticks of 10 ms that the machine did not get, both cores together. */
    private static double stolenTicks() throws IOException {
        return Double.parseDouble(Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+")[8]);
    }

    private static List<Table.Row> rows(List<Measured> all) {
        List<Sample> ours = all.get(0).samples();
        return all.stream().map(measured -> {
            List<Sample> theirs = measured.samples();
            return new Table.Row(measured.row().name(),
                    theirs.stream().mapToDouble(Sample::cpuMicrosPerCall).toArray(),
                    theirs.stream().mapToDouble(Sample::callsPerSecond).toArray(),
                    theirs.stream().mapToDouble(Sample::generatorShare).toArray(),
                    ratios(ours, theirs));
        }).toList();
    }

    /** Our CPU per call by theirs, within each round. */
    private static double[] ratios(List<Sample> ours, List<Sample> theirs) {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours.get(i).cpuMicrosPerCall() / theirs.get(i).cpuMicrosPerCall();
        }
        return ratios;
    }
}
