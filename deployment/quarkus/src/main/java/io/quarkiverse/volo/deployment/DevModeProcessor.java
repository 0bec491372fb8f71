package io.quarkiverse.volo.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
                IdlSources.of(config, application)));
    }

    /** One for each module of the application: its own directories, by the nearest output directory. */
    static List<IdlCompilation> compilations(List<Path> sources, String directory, IdlRules rules, IdlSources others) {
        List<Path> outputs = sources.stream().filter(DevModeProcessor::isOutput).distinct().toList();
        List<IdlCompilation> compilations = new ArrayList<>();
        for (Path output : outputs) {
            Set<Path> inputs = new LinkedHashSet<>();
            IdlSources ofModule = others;
            for (Path source : sources) {
                Path parent = source.getParent();
                if (parent != null && !isOutput(source) && nearest(outputs, source).equals(output)) {
                    inputs.add(parent.resolve(directory));
                    ofModule = others.inProjectOf(parent);
                }
            }
            compilations.add(new IdlCompilation(List.copyOf(inputs), List.of(), output, rules, ofModule));
        }
        return compilations;
    }

    private static boolean isOutput(Path source) {
        return source.endsWith(ThriftCodeGenProvider.ID);
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
