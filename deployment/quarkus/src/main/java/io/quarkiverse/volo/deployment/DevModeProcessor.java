package io.quarkiverse.volo.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quarkiverse.volo.deployment.proto.ProtoCompilation;
import io.quarkiverse.volo.runtime.config.CodegenConfig;
import io.quarkiverse.volo.runtime.config.VoloBuildTimeConfig;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.LiveReloadBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.dev.RuntimeUpdatesProcessor;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.dev.spi.HotReplacementContext;

/** Hands dev mode, which lives in another class loader, the compiler of IDL files: it runs before each look for changes. */
final class DevModeProcessor {

    /** The other end is {@code io.quarkiverse.volo.runtime.internal.DevReload}. */
    private static final String IDL_COMPILER = "io.quarkiverse.volo.idl-compiler";

    /** @throws CodeGenException if dev mode starts, and the IDL is broken: with all errors, as callers get them later */
    @BuildStep(onlyIf = IsDevelopment.class)
    void compileIdlBeforeEachScan(VoloBuildTimeConfig config, CurateOutcomeBuildItem application, LiveReloadBuildItem reload,
            BuildProducer<ServiceStartBuildItem> noService) throws CodeGenException {
        HotReplacementContext context = RuntimeUpdatesProcessor.INSTANCE;
        if (context == null) {
            return;
        }
        IdlCompiler compiler = compiler(config.codegen(), context.getSourcesDir(), application.getApplicationModel());
        DevConsoleManager.setGlobal(IDL_COMPILER, compiler);
        if (!reload.isLiveReload()) {
            // Maven and Gradle have compiled it, if they were told to; who is started by an IDE has compiled nothing.
            compiler.compile();
        }
    }

    private static IdlCompiler compiler(CodegenConfig config, List<Path> sources, ApplicationModel application)
            throws CodeGenException {
        if (config.skip()) {
            // In the place of the one that a configuration before this one has left, whose errors would stay.
            return IdlCompiler.OF_NOTHING;
        }
        return new IdlCompiler(compilations(sources, config.thriftDirectory(), IdlRules.of(config),
                IdlSources.of(config, application)),
                protoCompilations(sources, config, ProtoSources.of(config, application)));
    }

    /** The same for Protobuf. */
    private static List<ProtoCompilation> protoCompilations(List<Path> sources, CodegenConfig config, ProtoSources others) {
        List<ProtoCompilation> compilations = new ArrayList<>();
        inputs(sources, ProtoCodeGenProvider.ID).forEach((output, parents) -> compilations
                .add(others.compilation(parents.stream().map(parent -> parent.resolve(config.protoDirectory())).toList(),
                        List.of(), output)));
        return compilations;
    }

    /** One for each module of the application. */
    private static List<IdlCompilation> compilations(List<Path> sources, String directory, IdlRules rules,
            IdlSources others) {
        List<IdlCompilation> compilations = new ArrayList<>();
        inputs(sources, ThriftCodeGenProvider.ID).forEach((output, parents) -> {
            IdlSources ofModule = parents.isEmpty() ? others : others.inProjectOf(parents.get(0));
            compilations.add(new IdlCompilation(parents.stream().map(parent -> parent.resolve(directory)).toList(), List.of(),
                    output, rules, ofModule));
        });
        return compilations;
    }

    /** By output directory, one for each module: what lies above the directories of its own sources, by the nearest output. */
    private static Map<Path, List<Path>> inputs(List<Path> sources, String outputName) {
        Map<Path, List<Path>> inputs = new LinkedHashMap<>();
        sources.stream().filter(source -> source.endsWith(outputName)).forEach(output -> inputs.put(output, new ArrayList<>()));
        for (Path source : sources) {
            Path parent = source.getParent();
            if (parent != null && !source.endsWith(outputName) && !inputs.isEmpty()) {
                List<Path> parents = Objects.requireNonNull(inputs.get(nearest(List.copyOf(inputs.keySet()), source)));
                if (!parents.contains(parent)) {
                    parents.add(parent);
                }
            }
        }
        return inputs;
    }

    private static Path nearest(List<Path> outputs, Path source) {
        Path best = outputs.get(0);
        for (Path output : outputs) {
            if (shared(output, source) > shared(best, source)) {
                best = output;
            }
        }
        return best;
    }

    /** How many leading names two paths share. */
    private static int shared(Path one, Path other) {
        int count = 0;
        while (count < Math.min(one.getNameCount(), other.getNameCount()) && one.getName(count).equals(other.getName(count))) {
            count++;
        }
        return count;
    }
}
