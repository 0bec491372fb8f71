package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkiverse.volo.deployment.idl.MavenRepository;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.maven.dependency.ArtifactCoords;

/**
 * The one in a Maven repository, for this machine only.
 *
 * @param project the directory whose build file names repositories
 */
record FetchedProtoc(ArtifactCoords coordinates, Path project) implements ProtocSource {

    @Override
    public String identity() {
        return coordinates.toCompactCoords();
    }

    @Override
    public Path executable(Path cache) throws CodeGenException {
        Path known = cache.resolve("protoc-" + coordinates.getVersion() + "-" + coordinates.getClassifier() + ".exe");
        if (Files.isExecutable(known)) {
            return known;
        }
        try {
            return ExecutableCopy.of(MavenRepository.file(coordinates, project), cache);
        } catch (IOException failure) {
            throw new CodeGenException(unavailable(String.valueOf(failure.getMessage())), failure);
        }
    }

    private String unavailable(String reason) {
        return "protoc, which compiles .proto files, cannot be fetched: " + coordinates.toCompactCoords() + ": " + reason
                + "\n  expected one of:\n"
                + "  - a Maven repository within reach that has it; it is fetched once, offline builds take it from the local one\n"
                + "  - a dependency of the application: " + coordinates.getGroupId() + ":" + coordinates.getArtifactId()
                + ", version " + coordinates.getVersion() + ", type " + TYPE + ", classifier " + coordinates.getClassifier()
                + "\n  - " + KEY + ": the path of a protoc";
    }
}
