package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.input.FileGlobs;
import io.quarkiverse.volo.codegen.input.Selection.Root;
import io.quarkiverse.volo.codegen.java.JavaGenerator;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.resolve.Resolver;
import io.quarkiverse.volo.codegen.resolve.Selector;
import io.quarkiverse.volo.codegen.resolve.Sources;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.syntax.Dialect;

/** Compiles Thrift IDL to Java. Every run reads all files anew and touches only sources that come out different. */
public final class ThriftCompiler {

    private ThriftCompiler() {
    }

    /**
     * Compiles IDL files.
     *
     * @return what was written and removed
     * @throws CompilationException if the files are wrong; then nothing was written or removed
     * @throws IOException if the input directory cannot be listed or the output directory cannot be written
     */
    public static CompilerResult compile(CompilerOptions options) throws CompilationException, IOException {
        Diagnostics diagnostics = new Diagnostics();
        return OwnFailure.told(diagnostics, () -> compile(options, diagnostics));
    }

    private static CompilerResult compile(CompilerOptions options, Diagnostics diagnostics)
            throws CompilationException, IOException {
        Sources sources = sources(options);
        Program program = program(options, sources, diagnostics);
        // Also where nothing is generated anew: a warning stays until its cause is gone.
        JavaGenerator.warn(program, diagnostics);
        OutputDirectory output = new OutputDirectory(options.outputDirectory());
        String fingerprint = Fingerprint.of(options, program);
        CompilerResult left = output.leave(fingerprint, diagnostics.warnings());
        if (left != null) {
            return left;
        }
        List<JavaFile> javaFiles = JavaGenerator.generate(program, keepingUnknownFields(options, sources), diagnostics);
        throwErrors(diagnostics);
        return output.update(javaFiles, fingerprint, diagnostics.warnings());
    }

    /** What the files mean. */
    static Program program(CompilerOptions options, Diagnostics diagnostics) throws CompilationException, IOException {
        return program(options, sources(options), diagnostics);
    }

    private static Program program(CompilerOptions options, Sources sources, Diagnostics diagnostics)
            throws CompilationException, IOException {
        Program program = Resolver.resolve(sources, diagnostics);
        throwErrors(diagnostics);
        Program selected = Selector.select(program, sources, options.selection().roots(), diagnostics);
        throwErrors(diagnostics);
        return selected;
    }

    private static Sources sources(CompilerOptions options) throws IOException {
        return new Sources(options.inputDirectory(), files(options), options.includeDirectories(),
                options.apacheRules() ? Dialect.APACHE : Dialect.ANY, options.origins(), options.selection().dedups(),
                options.explicitPresence());
    }

    private static Predicate<String> keepingUnknownFields(CompilerOptions options, Sources sources) {
        Set<String> roots = options.selection().roots().stream().filter(Root::keepsUnknownFields)
                .map(root -> sources.shown(root.file())).collect(Collectors.toSet());
        FileGlobs globs = new FileGlobs(options.keepUnknownFields());
        return file -> roots.contains(file) || globs.match(file);
    }

    private static List<Path> files(CompilerOptions options) throws IOException {
        List<Path> files = new ArrayList<>(
                options.files().isEmpty() ? filesBelow(options.inputDirectory()) : options.files());
        options.selection().roots().forEach(root -> files.add(root.file()));
        return files;
    }

    private static void throwErrors(Diagnostics diagnostics) throws CompilationException {
        if (diagnostics.hasErrors()) {
            throw new CompilationException(diagnostics.errors());
        }
    }

    /** All IDL files below a directory, in the order of their paths; none if it does not exist. */
    public static List<Path> filesBelow(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".thrift") && Files.isRegularFile(file)).sorted().toList();
        }
    }
}
