package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.proto.ProtoGenerator;
import io.quarkiverse.volo.codegen.source.JavaFile;

/**
 * Brings a directory to hold the Java of Protobuf files: protoc's for the messages, and ours for the services. Only sources
 * that
 * come out different are touched.
 */
public final class ProtoCompiler {

    /** What errors are said to be in. */
    public static final String IDL = "Protobuf IDL";

    private final OutputDirectory output;
    private final String fingerprint;

    /**
     * @param outputDirectory where Java goes, by package; owned by the compiler as far as its manifest lists files
     * @param inputs a text that differs where something differs that the Java depends on: files, their imports, protoc
     */
    public ProtoCompiler(Path outputDirectory, String inputs) {
        this.output = new OutputDirectory(outputDirectory);
        this.fingerprint = Fingerprint.of(inputs);
    }

    /** Leaves everything as it is if it was made of the same and nobody has touched it since; else it answers {@code null}. */
    public @Nullable CompilerResult leave() throws IOException {
        return output.leave(fingerprint, List.of());
    }

    /** Removes what was generated before. */
    public CompilerResult clean() throws IOException {
        return output.update(List.of(), fingerprint, List.of());
    }

    /**
     * Writes the Java, and removes what was generated before and is no more.
     *
     * @throws CompilationException if no Java can be made of the files; then nothing was written or removed
     * @throws IOException if the output directory cannot be written
     */
    public CompilerResult generate(ProtocOutput protoc) throws CompilationException, IOException {
        Diagnostics diagnostics = new Diagnostics();
        return OwnFailure.told(diagnostics, IDL, () -> generate(protoc, diagnostics));
    }

    private CompilerResult generate(ProtocOutput protoc, Diagnostics diagnostics) throws CompilationException, IOException {
        Path messages = protoc.messages();
        List<JavaFile> sources = new ArrayList<>(
                ProtoGenerator.generate(Files.readAllBytes(protoc.descriptorSet()), protoc.files(), messages == null,
                        diagnostics));
        if (diagnostics.hasErrors()) {
            throw new CompilationException(diagnostics.errors(), IDL);
        }
        if (messages != null) {
            sources.addAll(sourcesIn(messages));
        }
        return output.update(sources, fingerprint, protoc.warnings());
    }

    private static List<JavaFile> sourcesIn(Path directory) throws IOException {
        List<JavaFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sources.add(new JavaFile(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
            }
        }
        return sources;
    }

    /** All Protobuf files below a directory, in the order of their paths; none if it does not exist. */
    public static List<Path> filesBelow(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".proto") && Files.isRegularFile(file)).sorted().toList();
        }
    }
}
