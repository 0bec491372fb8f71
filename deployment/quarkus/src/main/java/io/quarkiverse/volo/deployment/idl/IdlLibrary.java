package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.volo.codegen.ThriftCompiler;
import io.quarkiverse.volo.codegen.input.Origin;

/**
 * A dependency that may have IDL files.
 *
 * @param name {@code group:artifact:version}
 * @param path a jar; or a directory, if it is another module of the same build
 */
public record IdlLibrary(String name, Path path) {

    /** What jars hold, as they hardly ever change; looked up by each run of the compiler. */
    private static final Map<Path, Contents> KNOWN = new ConcurrentHashMap<>();

    private record Contents(long size, long modified, List<String> names) {
    }

    /** The paths of its IDL files, relative to the folder that they are in. */
    public List<String> files() throws IOException {
        List<String> names = names();
        String folder = folder(names);
        return names.stream().filter(name -> name.startsWith(folder)).map(name -> name.substring(folder.length())).toList();
    }

    /**
     * Its IDL files, in a directory where they can be read.
     *
     * @param extracted where the directory is made
     * @param importOnly whether its files are only included
     */
    public Origin origin(Path extracted, boolean importOnly) throws IOException {
        String folder = folder(names());
        Path root = Files.isDirectory(path) ? path : extract(extracted);
        return new Origin(root.resolve(folder), name + "!/" + folder, List.of(), "", importOnly);
    }

    private static String folder(List<String> names) {
        return ThriftArchive.FOLDERS.stream().map(folder -> folder + "/")
                .filter(folder -> names.stream().anyMatch(name -> name.startsWith(folder))).findFirst().orElse("");
    }

    private List<String> names() throws IOException {
        if (Files.isDirectory(path)) {
            return ThriftCompiler.filesBelow(path).stream()
                    .map(file -> path.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
        long size = Files.size(path);
        long modified = Files.getLastModifiedTime(path).toMillis();
        Contents known = KNOWN.get(path);
        if (known == null || known.size() != size || known.modified() != modified) {
            known = new Contents(size, modified, ThriftArchive.names(path));
            KNOWN.put(path, known);
        }
        return known.names();
    }

    /** Complete at once, as two threads of dev mode may do so at the same time. */
    private Path extract(Path extracted) throws IOException {
        int version = List.of(path.toString(), Files.size(path), Files.getLastModifiedTime(path)).hashCode();
        Path target = extracted.resolve(name.replace(':', '-') + String.format(Locale.ROOT, "-%08x", version));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(extracted);
        Path temporary = Files.createTempDirectory(extracted, ".extracting-");
        try {
            Path files = Files.createDirectory(temporary.resolve("files"));
            ThriftArchive.extract(path, files);
            Temporary.complete(files, target);
        } finally {
            Temporary.delete(temporary);
        }
        return target;
    }
}
