package io.quarkiverse.volo.deployment.idl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

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
                return resolver(project).resolve(new DefaultArtifact(coordinates.getGroupId(), coordinates.getArtifactId(),
                        coordinates.getClassifier(), coordinates.getType(), coordinates.getVersion())).getArtifact().getFile()
                        .toPath();
            } catch (BootstrapMavenException failure) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                throw new IOException("not found: " + cause.getMessage(), failure);
            }
        }

        private static MavenArtifactResolver resolver(Path project) throws BootstrapMavenException {
            try {
                return options(project).build();
            } catch (BootstrapMavenException failure) {
                throw failure;
            } catch (RuntimeException noDecrypter) {
                // Inside of Maven 3.8 Quarkus finds all that it needs but this.
                return options(project).setSettingsDecrypter(Resolver::asTheyAre).build();
            }
        }

        private static MavenArtifactResolver.Builder options(Path project) {
            return MavenArtifactResolver.builder().setCurrentProject(project.toString()).setWorkspaceDiscovery(false);
        }

        /** Passwords that are encrypted stay so: a repository that wants one is out of reach then. */
        private static SettingsDecryptionResult asTheyAre(SettingsDecryptionRequest settings) {
            return new SettingsDecryptionResult() {

                @Override
                public List<SettingsProblem> getProblems() {
                    return List.of();
                }

                @Override
                public List<Server> getServers() {
                    return settings.getServers();
                }

                @Override
                public @Nullable Server getServer() {
                    return first(getServers());
                }

                @Override
                public List<Proxy> getProxies() {
                    return settings.getProxies();
                }

                @Override
                public @Nullable Proxy getProxy() {
                    return first(getProxies());
                }
            };
        }

        private static <T> @Nullable T first(List<T> all) {
            return all.isEmpty() ? null : all.get(0);
        }
    }
}
