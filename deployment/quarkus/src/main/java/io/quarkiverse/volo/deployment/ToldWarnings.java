package io.quarkiverse.volo.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;

/** Which warnings of the IDL compiler the user has read: in dev mode it runs before each request, and tells each one once. */
final class ToldWarnings {

    private static final Map<Path, Set<Diagnostic>> TOLD = new ConcurrentHashMap<>();

    private ToldWarnings() {
    }

    /** Those that the run before, to the same output directory, did not give. */
    static List<Diagnostic> news(Path output, List<Diagnostic> warnings) {
        Set<Diagnostic> before = TOLD.put(output, Set.copyOf(warnings));
        return warnings.stream().filter(warning -> before == null || !before.contains(warning)).toList();
    }
}
