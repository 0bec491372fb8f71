package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.file.Path;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * A dependency of the application.
 *
 * @param coordinates its own
 * @param file as it lies in the local repository: not executable
 */
record DeclaredProtoc(String coordinates, Path file) implements ProtocSource {

    @Override
    public String identity() {
        return coordinates;
    }

    @Override
    public Path executable(Path cache) throws CodeGenException {
        try {
            return ExecutableCopy.of(file, cache);
        } catch (IOException failure) {
            throw new CodeGenException(coordinates + ": cannot be copied to " + cache + ": " + failure, failure);
        }
    }
}
