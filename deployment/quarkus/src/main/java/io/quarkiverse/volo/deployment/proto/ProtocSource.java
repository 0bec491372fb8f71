package io.quarkiverse.volo.deployment.proto;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.RuntimeVersion;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.DependencyFlags;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * Where protoc comes from. What somebody has named explicitly is taken before the network is asked: the configured path, else
 * the
 * application's own dependency, else a Maven repository.
 */
public sealed interface ProtocSource permits GivenProtoc, DeclaredProtoc, FetchedProtoc {

    /** The configuration key of its path. */
    String KEY = "quarkus.volo.codegen.protoc-path";

    String GROUP = "com.google.protobuf";
    String TYPE = "exe";

    /** A text that differs where another protoc may be meant. */
    String identity();

    /**
     * A file that can be run; it may take as long as a download does.
     *
     * @param cache a directory for copies, made on demand
     * @throws CodeGenException if it cannot be had; the message names what can be done
     */
    Path executable(Path cache) throws CodeGenException;

    /**
     * The one that counts. Nothing is looked up in repositories and no file is read yet.
     *
     * @param path as configured
     * @param model null if the build has none
     * @param project the directory of the build file
     */
    static ProtocSource of(Optional<String> path, @Nullable ApplicationModel model, Path project) {
        if (path.isPresent()) {
            return new GivenProtoc(project.resolve(path.get()));
        }
        String classifier = Platform.classifier();
        List<ResolvedDependency> dependencies = dependencies(model);
        Optional<ResolvedDependency> declared = dependencies.stream()
                .filter(dependency -> is(dependency, "protoc") && TYPE.equals(dependency.getType())
                        && classifier.equals(dependency.getClassifier()) && dependency.isResolved())
                .min(Comparator.comparing(ResolvedDependency::toCompactCoords));
        if (declared.isPresent()) {
            return new DeclaredProtoc(declared.get().toCompactCoords(), declared.get().getResolvedPaths().getSinglePath());
        }
        return new FetchedProtoc(ArtifactCoords.of(GROUP, "protoc", classifier, TYPE, version(dependencies)), project);
    }

    /** Those of scope provided, which an application never has with it, among them. */
    private static List<ResolvedDependency> dependencies(@Nullable ApplicationModel model) {
        List<ResolvedDependency> dependencies = new ArrayList<>();
        if (model != null) {
            model.getDependenciesWithAnyFlag(DependencyFlags.RUNTIME_CP, DependencyFlags.DEPLOYMENT_CP,
                    DependencyFlags.COMPILE_ONLY).forEach(dependencies::add);
        }
        return dependencies;
    }

    /** What it generates runs with this version of protobuf-java and later ones, so it must not be newer. */
    private static String version(List<ResolvedDependency> dependencies) {
        return dependencies.stream()
                .filter(dependency -> is(dependency, "protobuf-java") && dependency.isRuntimeCp())
                .map(ResolvedDependency::getVersion).min(Comparator.naturalOrder())
                .orElse(RuntimeVersion.OSS_MAJOR + "." + RuntimeVersion.OSS_MINOR + "." + RuntimeVersion.OSS_PATCH);
    }

    private static boolean is(ResolvedDependency dependency, String artifact) {
        return dependency.getGroupId().equals(GROUP) && dependency.getArtifactId().equals(artifact);
    }

    /** The directory of the application's build file. */
    static Path project(@Nullable ApplicationModel model, Path otherwise) {
        WorkspaceModule module = model == null ? null : model.getApplicationModule();
        return module == null ? otherwise : Objects.requireNonNull(module.getModuleDir()).toPath();
    }
}
