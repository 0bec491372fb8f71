package io.quarkiverse.volo.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.quarkiverse.volo.codegen.CompilationException;
import io.quarkiverse.volo.codegen.CompilerOptions;
import io.quarkiverse.volo.codegen.CompilerResult;
import io.quarkiverse.volo.codegen.ThriftCompiler;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * One run of the compiler over all IDL files of an application.
 *
 * @param inputs the directories whose files are compiled
 * @param includes further directories that included files are searched in
 * @param output where Java goes
 * @param apacheRules whether what Apache's compiler refuses is an error
 */
record IdlCompilation(List<Path> inputs, List<Path> includes, Path output, boolean apacheRules) {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.codegen");

    /** The same over those of the directories that are there now. */
    IdlCompilation existing() {
        return new IdlCompilation(inputs.stream().filter(Files::isDirectory).toList(), includes, output, apacheRules);
    }

    /** @throws CodeGenException with all errors of all files in its message */
    CompilerResult run() throws CodeGenException {
        try {
            CompilerResult result = compile();
            for (Diagnostic warning : ToldWarnings.news(output, result.warnings())) {
                LOG.warn(warning);
            }
            return result;
        } catch (CompilationException e) {
            throw new CodeGenException(e.getMessage(), e);
        } catch (IOException e) {
            throw new CodeGenException("IDL files in " + inputs + " cannot be compiled to " + output + ": " + e, e);
        }
    }

    private CompilerResult compile() throws CompilationException, IOException {
        // Without a directory there are no files either, and what was generated from them goes.
        Path root = inputs.isEmpty() ? output.resolve("no-input") : inputs.get(0);
        List<Path> searched = new ArrayList<>(inputs);
        searched.remove(root);
        searched.addAll(includes);
        List<Path> files = inputs.size() > 1 ? files() : List.of();
        return ThriftCompiler.compile(new CompilerOptions(root, files, searched, output, apacheRules));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            try (Stream<Path> found = Files.walk(input)) {
                found.filter(file -> file.toString().endsWith(".thrift")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
