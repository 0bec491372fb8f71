package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The IDL files of a jar or a zip file. */
public final class ThriftArchive {

    /** Where jars have their IDL files; the first that is there counts, else they are anywhere. */
    public static final List<String> FOLDERS = List.of("META-INF/volo", "thrift", "src/main/thrift");

    private static final long MOST_BYTES = 256 << 20;

    private ThriftArchive() {
    }

    /**
     * Writes the {@code .thrift} files of an archive below a directory.
     *
     * @throws IOException also if a name leads out of the directory, or the files have more than 256 MiB together
     */
    public static void extract(Path archive, Path directory) throws IOException {
        long left = MOST_BYTES;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : entries(zip)) {
                left -= write(zip, entry, directory, left);
            }
        }
    }

    /** The paths of the {@code .thrift} files of an archive. */
    static List<String> names(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return entries(zip).stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream().filter(entry -> !entry.isDirectory() && entry.getName().endsWith(".thrift")).toList();
    }

    private static int write(ZipFile zip, ZipEntry entry, Path directory, long left) throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("entry: " + entry.getName() + " (expected: a path within " + zip.getName() + ")");
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) left + 1);
            if (bytes.length > left) {
                throw new IOException(
                        "IDL files in " + zip.getName() + ": more than " + MOST_BYTES + " bytes (expected: fewer)");
            }
            Files.write(file, bytes);
            return bytes.length;
        }
    }
}
