package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.source.JavaFile;

/**
 * The directory for generated sources. A manifest in it lists what was generated, so that sources whose IDL is gone are removed
 * and files of others never are.
 */
final class OutputDirectory {

    static final String MANIFEST = ".volo-manifest";
    private static final String FINGERPRINT = "# of ";

    private final Path directory;
    private final List<Path> written = new ArrayList<>();
    private final List<Path> unchanged = new ArrayList<>();
    private final List<Path> removed = new ArrayList<>();

    OutputDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Leaves everything as it is, if the directory holds what was generated with this fingerprint and nobody has touched that
     * since; it is not looked into the files for that. Else it answers {@code null}.
     */
    @Nullable
    CompilerResult leave(String fingerprint, List<Diagnostic> warnings) throws IOException {
        List<String> manifest = readManifest();
        if (!manifest.contains(FINGERPRINT + fingerprint)) {
            return null;
        }
        FileTime then = Files.getLastModifiedTime(manifest());
        List<Path> files = sources(manifest).stream().map(directory::resolve).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file) || Files.getLastModifiedTime(file).compareTo(then) > 0) {
                return null;
            }
        }
        unchanged.addAll(files);
        return result(warnings);
    }

    /**
     * Brings the directory to hold exactly these sources, beside what others put there.
     *
     * @param fingerprint for {@link #leave}
     */
    CompilerResult update(List<JavaFile> files, String fingerprint, List<Diagnostic> warnings) throws IOException {
        Set<String> orphans = sources(readManifest());
        Set<String> generated = files.stream().map(JavaFile::path).collect(Collectors.toCollection(TreeSet::new));
        if (files.isEmpty() && orphans.isEmpty()) {
            return result(warnings);
        }
        orphans.removeAll(generated);
        // First the new manifest with the old names in it: a run that is cut off leaves nothing behind that nobody knows.
        Set<String> all = new TreeSet<>(generated);
        all.addAll(orphans);
        writeIfChanged(manifest(), all);
        for (String orphan : orphans) {
            remove(directory.resolve(orphan));
        }
        for (JavaFile file : files) {
            write(file);
        }
        generated.add(FINGERPRINT + fingerprint);
        writeIfChanged(manifest(), generated);
        // Behind all that it lists.
        Files.setLastModifiedTime(manifest(), FileTime.from(Instant.now()));
        return result(warnings);
    }

    private CompilerResult result(List<Diagnostic> warnings) {
        return new CompilerResult(List.copyOf(written), List.copyOf(unchanged), List.copyOf(removed), warnings);
    }

    private Path manifest() {
        return directory.resolve(MANIFEST);
    }

    /** What the last run wrote; nothing if there was none. */
    private List<String> readManifest() throws IOException {
        try {
            return Files.readAllLines(manifest());
        } catch (NoSuchFileException firstRun) {
            return List.of();
        }
    }

    /** The files of the last run; a line that leads out of the directory was not written by us and is passed over. */
    private Set<String> sources(List<String> manifest) {
        return manifest.stream()
                .filter(line -> !line.isBlank() && directory.resolve(line).normalize().startsWith(directory))
                .filter(line -> line.endsWith(".java"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void writeIfChanged(Path manifest, Set<String> lines) throws IOException {
        byte[] bytes = lines.stream().map(line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
        if (!holds(manifest, bytes)) {
            Files.createDirectories(manifest.getParent());
            Files.write(manifest, bytes);
        }
    }

    private void write(JavaFile file) throws IOException {
        Path path = directory.resolve(file.path());
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        if (holds(path, bytes)) {
            unchanged.add(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        written.add(path);
    }

    private static boolean holds(Path path, byte[] bytes) throws IOException {
        return Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes);
    }

    private void remove(Path path) throws IOException {
        if (Files.deleteIfExists(path)) {
            removed.add(path);
        }
        removeEmptyFolders(path.getParent());
    }

    private void removeEmptyFolders(@Nullable Path folder) throws IOException {
        Path current = folder;
        try {
            while (current != null && !current.equals(directory)) {
                Files.deleteIfExists(current);
                current = current.getParent();
            }
        } catch (DirectoryNotEmptyException inUse) {
            // Something else lives there; so it stays, and all above it.
        }
    }
}
