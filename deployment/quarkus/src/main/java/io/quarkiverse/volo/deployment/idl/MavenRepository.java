package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.aether.artifact.DefaultArtifact;

import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import io.quarkus.maven.dependency.ArtifactCoords;

/**
 * Files as Maven finds them: in the local repository, else in those of the settings and the project. It stands on Quarkus' own
 * resolver, which a build by Maven brings and others do not: {@link #file} is the only place that may find no class.
 */
public final class MavenRepository {

    private MavenRepository() {
    }

    /**
     * The file of an artifact; may take as long as a download does.
     *
     * @param project the directory whose build file names repositories
     * @throws IOException if it cannot be had; the message says why
     */
    public static Path file(ArtifactCoords coordinates, Path project) throws IOException {
        try {
            return Resolver.file(coordinates, project);
        } catch (NoClassDefFoundError noMaven) {
            throw new IOException("this build has no Maven resolver", noMaven);
        }
    }

    /** Apart, as loading it may fail. */
    private static final class Resolver {

        static Path file(ArtifactCoords coordinates, Path project) throws IOException {
            try {
                MavenArtifactResolver resolver = MavenArtifactResolver.builder()
                        .setCurrentProject(project.toString())
                        .setWorkspaceDiscovery(false)
                        .build();
                return resolver.resolve(new DefaultArtifact(coordinates.getGroupId(), coordinates.getArtifactId(),
                        coordinates.getClassifier(), coordinates.getType(), coordinates.getVersion())).getArtifact().getFile()
                        .toPath();
            } catch (BootstrapMavenException failure) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                throw new IOException("not found: " + cause.getMessage(), failure);
            }
        }
    }
}
