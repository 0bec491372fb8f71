package io.quarkiverse.volo.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.volo.deployment.compatibility.IdlComparison;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.bootstrap.workspace.WorkspaceModule;
import io.quarkus.deployment.CodeGenContext;
import io.quarkus.deployment.CodeGenProvider;

/**
 * Generates Java from the Thrift files below {@code src/main/thrift} and {@code src/test/thrift}, and from those that a
 * {@code volo.yml} or the configuration names elsewhere.
 */
public final class ThriftCodeGenProvider implements CodeGenProvider {

    /** The name of the directory that generated sources go to. */
    static final String ID = "volo-thrift";

    private static final String SKIP = "quarkus.volo.codegen.skip";
    private static final String DEFAULT_DIRECTORY = "thrift";
    private static final String DIRECTORY = "quarkus.volo.codegen.thrift-directory";

    /** Quarkus asks once for each source root, but all share one output directory: each run compiles those before it, too. */
    private final Set<Path> inputs = new LinkedHashSet<>();

    @Override
    public String providerId() {
        return ID;
    }

    @Override
    public String[] inputExtensions() {
        return new String[] { "thrift" };
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
        IdlSources others = IdlSources.of(context.config(), context.applicationModel());
        IdlCompilation compilation = new IdlCompilation(List.copyOf(inputs),
                context.test() ? existing(sources.resolveSibling("main").resolve(directory)) : List.of(), context.outDir(),
                IdlRules.of(context.config()), context.test() ? others.ofTests() : others.inProjectOf(sources));
        boolean changed = compilation.run().isChanged();
        checkCompatibility(context);
        return changed;
    }

    /** What tests define, nobody else uses. */
    private void checkCompatibility(CodeGenContext context) throws CodeGenException {
        Optional<IdlComparison> comparison = context.test() ? Optional.empty() : IdlComparison.of(context.config());
        if (comparison.isPresent()) {
            comparison.get().run(List.copyOf(inputs), project(context));
        }
    }

    private static Path project(CodeGenContext context) {
        ApplicationModel model = context.applicationModel();
        WorkspaceModule module = model == null ? null : model.getApplicationModule();
        return module == null ? Objects.requireNonNull(context.workDir().toAbsolutePath().getParent(), "project directory")
                : module.getModuleDir().toPath();
    }

    /** What tests define may build on what the application defines. */
    private static List<Path> existing(Path directory) {
        return Files.isDirectory(directory) ? List.of(directory) : List.of();
    }
}
