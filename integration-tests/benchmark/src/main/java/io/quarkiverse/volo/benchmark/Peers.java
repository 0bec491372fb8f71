package io.quarkiverse.volo.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs of the other frameworks, which {@code scripts/benchmark} has built where there are tools for it. */
enum Peers {

    /** Collects garbage as Go does by default: with as much memory as a JVM may take, it took rather more CPU time. */
    KITEX("kitex", List.of("env", "GOMAXPROCS=1")),
    VOLO("volo", List.of());

    private final String program;
    private final List<String> environment;

    Peers(String program, List<String> environment) {
        this.program = program;
        this.environment = environment;
    }

    /** Its command line; empty if there is no such program. */
    Optional<List<String>> command(String... arguments) {
        Path path = Path.of(System.getProperty("benchmark.peers", ""), program);
        if (!Files.isExecutable(path)) {
            return Optional.empty();
        }
        List<String> line = new ArrayList<>(environment);
        line.add(path.toString());
        line.addAll(List.of(arguments));
        return Optional.of(line);
    }
}
