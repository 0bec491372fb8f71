package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.input.IncludeException;
import io.quarkiverse.volo.codegen.input.IncludeFinder;
import io.quarkiverse.volo.codegen.input.Origin;

/**
 * Finds included files in dependencies. Nothing is opened until a file is in no directory.
 *
 * @param dependencies where to look
 * @param extracted where directories are made for the files of jars
 */
public record IdlLibraries(IdlDependencies dependencies, Path extracted) implements IncludeFinder {

    /** The origins of those whose files are compiled. */
    public List<Origin> generated() throws IOException {
        List<Origin> origins = new ArrayList<>();
        for (IdlLibrary library : dependencies.generated()) {
            origins.add(library.origin(extracted, false));
        }
        return origins;
    }

    /** The files that are compiled. */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (IdlLibrary library : dependencies.generated()) {
            Path root = library.origin(extracted, false).directory();
            library.files().forEach(file -> files.add(root.resolve(file)));
        }
        return files;
    }

    @Override
    public @Nullable Origin find(String include) throws IncludeException {
        // Paths in jars are plain; what leads up is of the file that includes.
        if (!include.endsWith(".thrift") || include.startsWith("/") || List.of(include.split("/", -1)).contains("..")) {
            return null;
        }
        try {
            List<IdlLibrary> found = new ArrayList<>();
            for (IdlLibrary library : dependencies.all()) {
                if (library.files().contains(include)) {
                    found.add(library);
                }
            }
            if (found.size() > 1) {
                throw new IncludeException(
                        "found in " + found.stream().map(IdlLibrary::name).collect(Collectors.joining(" and in "))
                                + " (expected: one; choose with quarkus.volo.codegen.scan-for-imports)");
            }
            return found.isEmpty() ? null
                    : found.get(0).origin(extracted, !dependencies.generated().contains(found.get(0)));
        } catch (IOException | UncheckedIOException failure) {
            throw new IncludeException("a dependency cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public String searched() {
        int count = dependencies.all().size();
        return count == 0 ? "" : count == 1 ? "1 dependency" : count + " dependencies";
    }
}
