package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.protobuf.Message;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.deployment.idl.IdlDependencies;

/** Finds the files that others import in the dependencies of the application, and writes just them into directories. */
final class ProtoImports {

    /** Protobuf's own files, where no dependency has them. */
    private static final String WELL_KNOWN = "google/protobuf/";

    private final List<ProtoLibrary> libraries;
    private final Path extracted;
    private final Diagnostics diagnostics;
    private final Map<Path, String> directories = new LinkedHashMap<>();
    private final List<ProtoFile> files = new ArrayList<>();

    /** @param extracted where a directory is made for each dependency that has a file */
    ProtoImports(IdlDependencies dependencies, Path extracted, Diagnostics diagnostics) {
        this.libraries = dependencies.all().stream().map(ProtoLibrary::of).toList();
        this.extracted = extracted;
        this.diagnostics = diagnostics;
    }

    /**
     * Follows all imports; what is nowhere is protoc's to complain about.
     *
     * @param own files that need not be looked for
     */
    void follow(List<ProtoFile> own) throws IOException {
        Set<String> known = own.stream().map(ProtoFile::name).collect(Collectors.toCollection(HashSet::new));
        Deque<ProtoFile> open = new ArrayDeque<>(own);
        while (!open.isEmpty()) {
            for (ProtoImport imported : open.remove().imports()) {
                if (isPlain(imported.path()) && known.add(imported.path())) {
                    int before = files.size();
                    find(imported);
                    open.addAll(files.subList(before, files.size()));
                }
            }
        }
    }

    /** Those with the files, and what messages put before the path of a file there. */
    Map<Path, String> directories() {
        return Collections.unmodifiableMap(directories);
    }

    /** The files that were found. */
    List<ProtoFile> files() {
        return List.copyOf(files);
    }

    /** Protoc refuses others, too. */
    private static boolean isPlain(String path) {
        return !path.isEmpty() && !path.startsWith("/") && path.indexOf('\\') < 0
                && List.of(path.split("/", -1)).stream().noneMatch(part -> part.isEmpty() || part.matches("\\.\\.?"));
    }

    private void find(ProtoImport imported) throws IOException {
        List<ProtoLibrary> found = new ArrayList<>();
        byte[] text = new byte[0];
        boolean differ = false;
        for (ProtoLibrary library : libraries) {
            byte[] candidate = library.read(imported.path());
            if (candidate != null) {
                differ |= !found.isEmpty() && !Arrays.equals(candidate, text);
                text = found.isEmpty() ? candidate : text;
                found.add(library);
            }
        }
        if (differ) {
            diagnostics.error(imported.place(), "import \"" + imported.path() + "\": found with different texts in "
                    + found.stream().map(ProtoLibrary::name).collect(Collectors.joining(" and in "))
                    + " (expected: one; choose with quarkus.volo.codegen.scan-for-imports)");
        } else if (!found.isEmpty()) {
            add(imported.path(), text, found.get(0).name(), found.get(0).directory(extracted));
        } else if (imported.path().startsWith(WELL_KNOWN)) {
            findWellKnown(imported.path());
        }
    }

    private void findWellKnown(String path) throws IOException {
        try (InputStream in = Message.class.getClassLoader().getResourceAsStream(path)) {
            if (in != null) {
                add(path, in.readAllBytes(), "protobuf-java", extracted.resolve("well-known"));
            }
        }
    }

    private void add(String path, byte[] text, String library, Path directory) throws IOException {
        Path file = directory.resolve(path);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
            Files.createDirectories(file.getParent());
            Files.write(file, text);
        }
        directories.put(directory, library + "!/");
        files.add(ProtoFile.of(path, text));
    }
}
