package io.quarkiverse.volo.deployment.compatibility;

import java.nio.file.Path;

import org.eclipse.aether.artifact.DefaultArtifact;

import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;

/**
 * Jars as Maven finds them: in the local repository, else in those of the settings and the project. It stands on Quarkus' own
 * resolver, which a build by Maven brings and others do not: loading this class may fail.
 */
final class MavenRepository {

    private MavenRepository() {
    }

    /** The jar of {@code group:artifact:version}; may take as long as a download does. */
    static Path jar(String coordinates, Path project) throws CodeGenException {
        String[] parts = coordinates.split(":", -1);
        try {
            MavenArtifactResolver resolver = MavenArtifactResolver.builder()
                    .setCurrentProject(project.toString())
                    .setWorkspaceDiscovery(false)
                    .build();
            return resolver.resolve(new DefaultArtifact(parts[0], parts[1], "", "jar", parts[2])).getArtifact().getFile()
                    .toPath();
        } catch (BootstrapMavenException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw EarlierIdl.failure(coordinates, "not found: " + cause.getMessage(), failure);
        }
    }
}
