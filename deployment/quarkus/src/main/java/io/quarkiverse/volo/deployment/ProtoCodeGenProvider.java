package io.quarkiverse.volo.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkiverse.volo.codegen.CompilerResult;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.quarkus.deployment.CodeGenProvider;

/** Generates Java from the Protobuf files below {@code src/main/proto} and {@code src/test/proto}. */
public final class ProtoCodeGenProvider implements CodeGenProvider {

    /** The name of the directory that generated sources go to. */
    static final String ID = "volo-proto";

    private static final String SKIP = "quarkus.volo.codegen.skip";
    private static final String DEFAULT_DIRECTORY = "proto";
    private static final String DIRECTORY = "quarkus.volo.codegen.proto-directory";

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.codegen");

    /** Quarkus asks once for each source root, but all share one output directory: each run compiles those before it, too. */
    private final Set<Path> inputs = new LinkedHashSet<>();

    @Override
    public String providerId() {
        return ID;
    }

    @Override
    public String[] inputExtensions() {
        return new String[] { "proto" };
    }

    /** The default: Quarkus asks before there is a configuration. */
    @Override
    public String inputDirectory() {
        return DEFAULT_DIRECTORY;
    }

    /** Also where the directory is gone: what was generated from it must go, too. */
    @Override
    public boolean shouldRun(Path sourceDirectory, Config config) {
        return !config.getOptionalValue(SKIP, Boolean.class).orElse(false);
    }

    @Override
    public boolean trigger(CodeGenContext context) throws CodeGenException {
        String directory = context.config().getOptionalValue(DIRECTORY, String.class).orElse(DEFAULT_DIRECTORY);
        Path sources = Objects.requireNonNull(context.inputDir().getParent(), "parent of the input directory");
        Path input = sources.resolve(directory);
        if (Files.isDirectory(input)) {
            inputs.add(input);
        } else if (!inputs.isEmpty() || input.startsWith(context.workDir())) {
            // One of several source roots, and not the one that the output comes from.
            return false;
        }
        // What tests define may build on what the application defines.
        Path ofApplication = sources.resolveSibling("main").resolve(directory);
        boolean hasIncludes = context.test() && Files.isDirectory(ofApplication);
        CompilerResult result = ProtoSources.of(context.config(), context.applicationModel(), project(context))
                .compilation(List.copyOf(inputs), hasIncludes ? List.of(ofApplication) : List.of(), context.outDir()).run();
        for (Diagnostic warning : ToldWarnings.news(context.outDir(), result.warnings())) {
            LOG.warn(warning);
        }
        return result.isChanged();
    }

    private static Path project(CodeGenContext context) {
        return Objects.requireNonNull(context.workDir().toAbsolutePath().getParent(), "project directory");
    }
}
