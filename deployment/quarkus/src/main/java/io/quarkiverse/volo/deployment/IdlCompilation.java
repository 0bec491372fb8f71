package io.quarkiverse.volo.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.volo.codegen.CompilationException;
import io.quarkiverse.volo.codegen.CompilerOptions;
import io.quarkiverse.volo.codegen.CompilerResult;
import io.quarkiverse.volo.codegen.ThriftCompiler;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.input.Origin;
import io.quarkiverse.volo.codegen.input.Origins;
import io.quarkiverse.volo.deployment.idl.IdlLibraries;
import io.quarkiverse.volo.deployment.voloyml.VoloYmlPlan;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * One run of the compiler over all IDL files of an application.
 *
 * @param inputs the directories whose files are compiled
 * @param includes further directories that included files are searched in
 * @param output where Java goes
 * @param rules what the configuration says of all files
 * @param sources where files come from besides
 */
record IdlCompilation(List<Path> inputs, List<Path> includes, Path output, IdlRules rules, IdlSources sources) {

    /** Among the generated sources, so that it goes with them; javac looks at Java files only. */
    private static final String EXTRACTED = ".volo-idl";

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.codegen");

    /** The same over those of the directories that are there now. */
    IdlCompilation existing() {
        return new IdlCompilation(inputs.stream().filter(Files::isDirectory).toList(), includes, output, rules,
                sources);
    }

    /** @throws CodeGenException with all errors of all files in its message */
    CompilerResult run() throws CodeGenException {
        Diagnostics diagnostics = new Diagnostics();
        try {
            CompilerResult result = compile(diagnostics);
            List<Diagnostic> warnings = new ArrayList<>(diagnostics.warnings());
            warnings.addAll(result.warnings());
            for (Diagnostic warning : ToldWarnings.news(output, warnings)) {
                LOG.warn(warning);
            }
            return result;
        } catch (CompilationException e) {
            throw new CodeGenException(e.getMessage(), e);
        } catch (IOException e) {
            throw new CodeGenException("IDL files in " + inputs + " cannot be compiled to " + output + ": " + e, e);
        }
    }

    private CompilerResult compile(Diagnostics diagnostics) throws CodeGenException, CompilationException, IOException {
        VoloYmlPlan plan = plan(diagnostics);
        IdlLibraries libraries = new IdlLibraries(sources.dependencies(), output.resolve(EXTRACTED));
        List<Origin> origins = new ArrayList<>(plan.origins());
        origins.addAll(libraries.generated());
        // Without a directory there are no files either, and what was generated from them goes.
        Path root = inputs.isEmpty() ? output.resolve("no-input") : inputs.get(0);
        List<Path> searched = new ArrayList<>(inputs);
        searched.remove(root);
        searched.addAll(includes);
        searched.addAll(plan.includes());
        List<Path> compiled = libraries.files();
        if (inputs.size() > 1 || !compiled.isEmpty()) {
            compiled.addAll(files());
        }
        return ThriftCompiler.compile(rules.applyTo(new CompilerOptions(root, compiled, searched, output, false))
                .with(new Origins(plan.directory(), origins, libraries), plan.selection()));
    }

    private VoloYmlPlan plan(Diagnostics diagnostics) throws CodeGenException, IOException {
        Path project = sources.project();
        VoloYmlPlan plan = project == null ? VoloYmlPlan.NONE
                : VoloYmlPlan.of(project, sources.cache(), sources.askAgain(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new CodeGenException(Diagnostics.text(diagnostics.errors(), "volo.yml"));
        }
        return plan;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            files.addAll(ThriftCompiler.filesBelow(input));
        }
        return files;
    }
}
