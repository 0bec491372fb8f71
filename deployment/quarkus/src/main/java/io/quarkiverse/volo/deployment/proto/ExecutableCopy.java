package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Programs that lie in a Maven repository may not be run there, and the repository is not ours to change. */
final class ExecutableCopy {

    private ExecutableCopy() {
    }

    /** The copy has the same name; it is made once. */
    static Path of(Path file, Path directory) throws IOException {
        Path target = directory.resolve(Objects.requireNonNull(file.getFileName()));
        if (Files.isExecutable(target) && Files.size(target) == Files.size(file)) {
            return target;
        }
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, ".copying-", ".exe");
        try {
            Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
            if (!temporary.toFile().setExecutable(true)) {
                throw new IOException(temporary + " cannot be made executable");
            }
            // Whole at once: another thread of dev mode may look for it now.
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return target;
    }
}
