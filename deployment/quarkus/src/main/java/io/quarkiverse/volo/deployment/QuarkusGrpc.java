package io.quarkiverse.volo.deployment;

import java.util.Set;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.DependencyFlags;
import io.quarkus.maven.dependency.ResolvedDependency;

/** Quarkus' own gRPC extension, which has a code generator for the same files. */
final class QuarkusGrpc {

    private static final Set<String> ARTIFACTS = Set.of("quarkus-grpc", "quarkus-grpc-codegen");
    private static final String SKIP = "quarkus.grpc.codegen.skip";

    private QuarkusGrpc() {
    }

    /** Whether it generates Java for messages and, for services, types with their names. */
    static boolean generates(@Nullable ApplicationModel model, Config config) {
        if (model == null || Boolean.getBoolean("grpc.codegen.skip")
                || config.getOptionalValue(SKIP, Boolean.class).orElse(false)) {
            return false;
        }
        for (ResolvedDependency dependency : model.getDependenciesWithAnyFlag(DependencyFlags.RUNTIME_CP,
                DependencyFlags.DEPLOYMENT_CP)) {
            if (dependency.getGroupId().equals("io.quarkus") && ARTIFACTS.contains(dependency.getArtifactId())) {
                return true;
            }
        }
        return false;
    }
}
