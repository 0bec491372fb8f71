package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of IDL files and one for what is generated from them. */
final class IdlFolder {

    final Path input;
    final Path output;

    IdlFolder(Path parent) {
        this.input = parent.resolve("idl");
        this.output = parent.resolve("java");
    }

    IdlFolder with(String file, String text) {
        Path path = input.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** Adds the IDL files of a folder and of those below it. */
    IdlFolder withAllOf(Path folder) {
        files(folder, ".thrift").forEach(this::with);
        return this;
    }

    CompilerOptions options() {
        return CompilerOptions.of(input, output);
    }

    CompilerResult compile() throws CompilationException {
        try {
            return ThriftCompiler.compile(options());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The errors as text, one per element; empty if there are none. */
    List<String> errors() {
        try {
            compile();
            return List.of();
        } catch (CompilationException wrong) {
            return wrong.errors().stream().map(Object::toString).toList();
        }
    }

    /** The generated sources by path. */
    TreeMap<String, String> sources() {
        return files(output, ".java");
    }

    /** The files below a folder by path, with slashes. */
    static TreeMap<String, String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString().replace('\\', '/'), IdlFolder::read,
                            (left, right) -> left, TreeMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
