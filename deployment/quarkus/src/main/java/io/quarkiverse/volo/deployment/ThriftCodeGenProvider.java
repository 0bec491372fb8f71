package io.quarkiverse.volo.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.quarkus.deployment.CodeGenProvider;

/** Generates Java from the Thrift files below {@code src/main/thrift} and {@code src/test/thrift}. */
public final class ThriftCodeGenProvider implements CodeGenProvider {

    /** The name of the directory that generated sources go to. */
    static final String ID = "volo-thrift";

    private static final String SKIP = "quarkus.volo.codegen.skip";
    private static final String DIRECTORY = "quarkus.volo.codegen.thrift-directory";

    /** Quarkus asks once for each source root, but all share one output directory: each run compiles those before it, too. */
    private final Set<Path> inputs = new LinkedHashSet<>();
    private String directory = "thrift";

    @Override
    public String providerId() {
        return ID;
    }

    @Override
    public String[] inputExtensions() {
        return new String[] { "thrift" };
    }

    /** Asked before there is a configuration, so the build's own properties and the system's are all that can change it. */
    @Override
    public void init(ApplicationModel model, Map<String, String> properties) {
        String configured = System.getProperty(DIRECTORY, properties.get(DIRECTORY));
        if (configured != null && !configured.isBlank()) {
            directory = configured;
        }
    }

    @Override
    public String inputDirectory() {
        return directory;
    }

    /** Also where the directory is gone: what was generated from it must go, too. */
    @Override
    public boolean shouldRun(Path sourceDirectory, Config config) {
        return !config.getOptionalValue(SKIP, Boolean.class).orElse(false);
    }

    @Override
    public boolean trigger(CodeGenContext context) throws CodeGenException {
        Path input = context.inputDir();
        if (Files.isDirectory(input)) {
            inputs.add(input);
        } else if (!inputs.isEmpty() || input.startsWith(context.workDir())) {
            // One of several source roots, and not the one that the output comes from.
            return false;
        }
        IdlCompilation compilation = new IdlCompilation(List.copyOf(inputs), includes(context), context.outDir());
        return compilation.run().isChanged();
    }

    /** What tests define may build on what the application defines. */
    private List<Path> includes(CodeGenContext context) {
        Path sources = context.inputDir().getParent();
        Path main = context.test() && sources != null ? sources.resolveSibling("main").resolve(directory) : null;
        return main != null && Files.isDirectory(main) ? List.of(main) : List.of();
    }
}
