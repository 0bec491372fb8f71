package io.quarkiverse.volo.deployment.idl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * The dependencies whose IDL files are used.
 *
 * @param generated those whose files are compiled
 * @param imported those whose files may be included; the Java for them is in the dependency
 */
public record IdlDependencies(List<IdlLibrary> generated, List<IdlLibrary> imported) {

    /** None at all. */
    public static final IdlDependencies NONE = new IdlDependencies(List.of(), List.of());

    private static final String SCAN_FOR_IDL = "quarkus.volo.codegen.scan-for-idl";
    private static final String SCAN_FOR_IMPORTS = "quarkus.volo.codegen.scan-for-imports";

    public IdlDependencies {
        generated = List.copyOf(generated);
        imported = List.copyOf(imported);
    }

    /**
     * As configured: {@code none}, {@code all}, or {@code group:artifact} of each one.
     *
     * @param model null if the build has none: then there are no dependencies
     * @throws CodeGenException if a dependency is named that is none
     */
    public static IdlDependencies of(@Nullable ApplicationModel model, List<String> scanForIdl, List<String> scanForImports)
            throws CodeGenException {
        List<ResolvedDependency> all = model == null ? List.of()
                : model.getRuntimeDependencies().stream().filter(ResolvedDependency::isResolved)
                        .sorted(Comparator.comparing(ResolvedDependency::toCompactCoords)).toList();
        List<IdlLibrary> generated = chosen(all, SCAN_FOR_IDL, scanForIdl);
        List<IdlLibrary> imported = new ArrayList<>(chosen(all, SCAN_FOR_IMPORTS, scanForImports));
        imported.removeAll(generated);
        return new IdlDependencies(generated, imported);
    }

    /** Those whose files are compiled first. */
    public List<IdlLibrary> all() {
        return Stream.concat(generated.stream(), imported.stream()).toList();
    }

    private static List<IdlLibrary> chosen(List<ResolvedDependency> all, String key, List<String> values)
            throws CodeGenException {
        List<String> names = values.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty() || names.equals(List.of("none"))) {
            return List.of();
        }
        if (names.equals(List.of("all"))) {
            return all.stream().flatMap(dependency -> libraries(dependency).stream()).toList();
        }
        List<IdlLibrary> libraries = new ArrayList<>();
        for (String name : names) {
            List<IdlLibrary> found = all.stream().filter(dependency -> name.equals(nameOf(dependency)))
                    .flatMap(dependency -> libraries(dependency).stream()).toList();
            if (found.isEmpty()) {
                List<String> known = all.stream().map(IdlDependencies::nameOf).toList();
                throw new CodeGenException(key + ": " + name + " (expected: all, none, or group:artifact of dependencies)"
                        + Suggestion.forName(name, known));
            }
            libraries.addAll(found);
        }
        return List.copyOf(libraries);
    }

    private static String nameOf(ResolvedDependency dependency) {
        return dependency.getGroupId() + ":" + dependency.getArtifactId();
    }

    private static List<IdlLibrary> libraries(ResolvedDependency dependency) {
        List<IdlLibrary> libraries = new ArrayList<>();
        for (Path path : dependency.getResolvedPaths()) {
            if (Files.isDirectory(path) || (path.toString().endsWith(".jar") && Files.isRegularFile(path))) {
                libraries.add(new IdlLibrary(nameOf(dependency) + ":" + dependency.getVersion(), path));
            }
        }
        return libraries;
    }
}
