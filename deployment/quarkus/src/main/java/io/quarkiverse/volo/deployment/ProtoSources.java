package io.quarkiverse.volo.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.deployment.idl.IdlDependencies;
import io.quarkiverse.volo.deployment.proto.ProtoCompilation;
import io.quarkiverse.volo.deployment.proto.ProtocSource;
import io.quarkiverse.volo.runtime.config.CodegenConfig;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * What the compilation of Protobuf files needs besides the files of the project.
 *
 * @param dependencies where imported files are
 * @param protoc where protoc comes from
 * @param messagesByOthers whether quarkus-grpc generates the messages
 */
record ProtoSources(IdlDependencies dependencies, ProtocSource protoc, boolean messagesByOthers) {

    private static final String PREFIX = "quarkus.volo.codegen.";

    /** As configured, before Quarkus has read the configuration into types. */
    static ProtoSources of(Config config, @Nullable ApplicationModel model, Path project) throws CodeGenException {
        return of(config, config.getOptionalValues(PREFIX + "scan-for-imports", String.class).orElse(List.of("all")),
                config.getOptionalValue(ProtocSource.KEY, String.class), model, project);
    }

    /** As configured, for dev mode. */
    static ProtoSources of(CodegenConfig config, ApplicationModel model) throws CodeGenException {
        return of(ConfigProvider.getConfig(), config.scanForImports(), config.protocPath(), model,
                Path.of("").toAbsolutePath());
    }

    private static ProtoSources of(Config config, List<String> scanForImports, Optional<String> protocPath,
            @Nullable ApplicationModel model, Path project) throws CodeGenException {
        return new ProtoSources(IdlDependencies.of(model, List.of(), scanForImports),
                ProtocSource.of(protocPath, model, ProtocSource.project(model, project)), QuarkusGrpc.generates(model, config));
    }

    ProtoCompilation compilation(List<Path> inputs, List<Path> includes, Path output) {
        return new ProtoCompilation(inputs, includes, output, dependencies, protoc, messagesByOthers);
    }
}
