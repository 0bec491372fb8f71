package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories for a while. */
public final class Temporary {

    private Temporary() {
    }

    /**
     * Gives a directory its final name when all is in it, so that nobody sees a part.
     *
     * @param target may be there by now, as others may have been faster; what they have put there is the same
     */
    static void complete(Path directory, Path target) throws IOException {
        try {
            Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        }
    }

    /** Deletes a directory with all that is in it. */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                // Git writes its files without permission to write, which some systems ask of a file that is deleted.
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        }
    }
}
