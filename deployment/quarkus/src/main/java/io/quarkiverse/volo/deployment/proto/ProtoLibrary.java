package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.deployment.idl.IdlLibrary;

/**
 * A dependency that may have Protobuf files, from its root as is usual.
 *
 * @param name {@code group:artifact:version}
 * @param path a jar; or a directory, if it is another module of the same build
 */
record ProtoLibrary(String name, Path path) {

    private static final int MOST_BYTES = 16 << 20;

    static ProtoLibrary of(IdlLibrary library) {
        return new ProtoLibrary(library.name(), library.path());
    }

    /** The text of a file; null if there is none of that name. */
    byte @Nullable [] read(String file) throws IOException {
        if (Files.isDirectory(path)) {
            Path found = path.resolve(file).normalize();
            return found.startsWith(path) && Files.isRegularFile(found) ? Files.readAllBytes(found) : null;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry(file);
            if (entry == null || entry.isDirectory()) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException(file + " in " + path + ": more than " + MOST_BYTES + " bytes (expected: fewer)");
                }
                return bytes;
            }
        }
    }

    /** The directory below which its files are extracted: one for each version, and for each build of a snapshot. */
    Path directory(Path extracted) throws IOException {
        return extracted.resolve(name.replace(':', '-') + String.format(Locale.ROOT, "-%08x",
                31 * path.toString().hashCode() + Files.getLastModifiedTime(path).hashCode()));
    }
}
