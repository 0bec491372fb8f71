package io.quarkiverse.volo.deployment.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/** A directory with IDL files. */
record EarlierDirectory(Path directory) implements EarlierIdl {

    @Override
    public List<Path> fetch(Path temporary) throws CodeGenException {
        if (!Files.isDirectory(directory)) {
            throw new CodeGenException(KEY + ": " + directory
                    + " (expected: an existing directory, group:artifact:version of a jar, or git:<ref>)");
        }
        return List.of(directory);
    }
}
