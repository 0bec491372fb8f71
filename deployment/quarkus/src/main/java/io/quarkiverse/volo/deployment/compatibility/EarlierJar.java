package io.quarkiverse.volo.deployment.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.volo.deployment.idl.MavenRepository;
import io.quarkiverse.volo.deployment.idl.ThriftArchive;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.maven.dependency.ArtifactCoords;

/** A jar with IDL files in a Maven repository. */
record EarlierJar(String coordinates, Path project) implements EarlierIdl {

    @Override
    public List<Path> fetch(Path temporary) throws CodeGenException, IOException {
        ThriftArchive.extract(jar(), temporary);
        Path root = ThriftArchive.FOLDERS.stream().map(temporary::resolve).filter(Files::isDirectory).findFirst()
                .orElse(temporary);
        try (Stream<Path> files = Files.walk(root)) {
            if (files.noneMatch(Files::isRegularFile)) {
                throw new CodeGenException(KEY + ": " + coordinates + ": no .thrift files in the jar (expected: below "
                        + String.join(", ", ThriftArchive.FOLDERS) + " or anywhere)");
            }
        }
        return List.of(root);
    }

    private Path jar() throws CodeGenException {
        String[] parts = coordinates.split(":", -1);
        try {
            return MavenRepository.file(ArtifactCoords.jar(parts[0], parts[1], parts[2]), project);
        } catch (IOException failure) {
            throw EarlierIdl.failure(coordinates, String.valueOf(failure.getMessage()), failure);
        }
    }
}
