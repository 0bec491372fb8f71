package io.quarkiverse.volo.deployment.proto;

import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/** The one at a configured path. */
record GivenProtoc(Path path) implements ProtocSource {

    /** With what changes when somebody puts another one there. */
    @Override
    public String identity() {
        return path + " " + path.toFile().length() + " " + path.toFile().lastModified();
    }

    @Override
    public Path executable(Path cache) throws CodeGenException {
        if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
            throw new CodeGenException(KEY + ": " + path + " (expected: a file that can be run)");
        }
        return path;
    }
}
