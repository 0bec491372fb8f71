package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the tables of the clients in docs/performance.md: all clients at once, each on the first core, measured one after the
 * other in rounds. They call one and the same server on the other core, which echoes without decoding.
 */
public final class ClientBenchmark {

    private static final String CLIENT_CORE = "0";
    private static final String SERVER_CORE = "1";
    private static final List<Integer> LOOPS = List.of(100, 1);
    private static final long SECOND = 1_000_000_000;

    private final Path application;
    private final Subject server;
    private final Rounds rounds;
    private final long warmUp;

    private ClientBenchmark(Path application, Subject server, boolean quick) {
        this.application = application;
        this.server = server;
        this.warmUp = (quick ? 5 : 20) * SECOND;
        this.rounds = quick ? new Rounds(3, 3) : new Rounds(7, 10);
    }

    /** @param arguments the packaged application's directory, then {@code --quick} or nothing */
    public static void main(String[] arguments) throws IOException {
        try (Subject server = Subject.start(SERVER_CORE, Launch.java(LimitServer.class))) {
            System.out.println(Machine.describe());
            ClientBenchmark benchmark = new ClientBenchmark(Path.of(arguments[0]), server,
                    List.of(arguments).contains("--quick"));
            for (int loops : LOOPS) {
                benchmark.measure(loops);
            }
            System.out.printf("%n%d slices were taken again, as the machine lost more than 2 %% of them to steal%n",
                    benchmark.rounds.spoilt());
        }
    }

    private void measure(int loops) throws IOException {
        String newer = System.getenv("JAVA25_HOME");
        boolean virtual = newer != null && Files.isExecutable(Path.of(newer, "bin", "java"));
        String java = virtual ? Path.of(newer, "bin", "java").toString() : "java";
        String blocking = virtual ? "virtual" : "threads";
        String jdk = virtual ? "the JDK of JAVA25_HOME, " + newer.substring(newer.lastIndexOf('/') + 1)
                : "Java " + System.getProperty("java.version") + ", which has no virtual threads";
        Map<String, ClientSubject> clients = new LinkedHashMap<>();
        try {
            clients.put("volo, Uni", volo(java, "uni", loops));
            clients.put("volo, Blocking, " + blocking, volo(java, blocking, loops));
            clients.put("apache, blocking", apache(java, "blocking", loops));
            if (virtual) {
                clients.put("apache, blocking, virtual", apache(java, "virtual", loops));
            }
            clients.put("apache, async", apache(java, "async", loops));
            List<Rounds.Measurement> measurements = clients.values().stream().map(client -> client.calling(server)).toList();
            for (Rounds.Measurement measurement : measurements) {
                measurement.take(warmUp);
            }
            List<List<Sample>> samples = rounds.of(measurements);
            Table.printClients(loops + " calls under way, a connection each; " + jdk, List.copyOf(clients.keySet()), samples);
        } finally {
            clients.values().forEach(ClientSubject::close);
        }
    }

    private ClientSubject volo(String java, String kind, int loops) throws IOException {
        return ClientSubject.start(CLIENT_CORE, Launch.java(java, List.of(
                "-Dbenchmark.client=" + kind, "-Dbenchmark.loops=" + loops,
                "-Dquarkus.volo.server.enabled=false",
                "-Dquarkus.volo.clients.echo.address=127.0.0.1:" + server.port(),
                "-Dquarkus.volo.clients.echo.max-connections=" + loops,
                // Compilers and collectors of four processes share a core: no call may fail for that.
                "-Dquarkus.volo.clients.echo.timeout=30s",
                "-Dquarkus.volo.clients.echo.wait-timeout=30s",
                "-jar", application.resolve("quarkus-run.jar").toString())));
    }

    private ClientSubject apache(String java, String kind, int loops) throws IOException {
        return ClientSubject.start(CLIENT_CORE, Launch.java(java, List.of("-cp", System.getProperty("java.class.path"),
                ApacheClient.class.getName(), kind, String.valueOf(server.port()), String.valueOf(loops))));
    }
}
