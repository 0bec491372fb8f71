package io.quarkiverse.volo.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkus.dev.console.DevConsoleManager;

/**
 * Which warnings of the IDL compiler the user has read: in dev mode it runs before each request, and again when Quarkus' own
 * watcher sees the edited file, and tells each one once. The watcher has class loaders of its own, so they share what the JDK
 * has classes for.
 */
final class ToldWarnings {

    private static final String TOLD = "io.quarkiverse.volo.told-warnings";

    private ToldWarnings() {
    }

    /** Those that the run before, to the same output directory, did not give. */
    static List<Diagnostic> news(Path output, List<Diagnostic> warnings) {
        Set<String> now = warnings.stream().map(Diagnostic::toString).collect(Collectors.toUnmodifiableSet());
        Set<String> before = told().put(output.toAbsolutePath().normalize(), now);
        return warnings.stream().filter(warning -> before == null || !before.contains(warning.toString())).toList();
    }

    private static Map<Path, Set<String>> told() {
        Map<Path, Set<String>> told = DevConsoleManager.getGlobal(TOLD);
        if (told == null) {
            told = new ConcurrentHashMap<>();
            DevConsoleManager.setGlobal(TOLD, told);
        }
        return told;
    }
}
