package io.quarkiverse.volo.deployment.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.volo.codegen.ProtoCompiler;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkus.bootstrap.prebuild.CodeGenException;

/**
 * Runs protoc.
 *
 * @param executable protoc
 * @param directories where files are, and what messages put before the path of a file there; the first one that has a file
 *        counts
 * @param work an empty directory
 */
record Protoc(Path executable, Map<Path, String> directories, Path work) {

    private static final int MOST_SECONDS = 120;

    private record Run(int code, String printed) {
    }

    Path descriptorSet() {
        return work.resolve("descriptors");
    }

    /** The directory with the Java of messages. */
    Path messages() {
        return work.resolve("java");
    }

    /**
     * Compiles files to a descriptor set, and their messages to Java.
     *
     * @param files as imports name them
     * @param diagnostics takes warnings
     * @throws CodeGenException with all errors of all files
     */
    void compile(List<String> files, boolean withMessages, Diagnostics diagnostics) throws CodeGenException, IOException {
        List<String> options = new ArrayList<>(
                List.of("--descriptor_set_out=" + descriptorSet(), "--include_imports", "--include_source_info"));
        if (withMessages) {
            options.add("--java_out=" + Files.createDirectory(messages()));
        }
        Run run = run(options, files);
        ProtocMessages messages = new ProtocMessages(this::shown, diagnostics);
        messages.read(run.printed());
        if (run.code() != 0) {
            findMore(files, messages);
            throw failure(run, messages, diagnostics);
        }
    }

    /** Protoc stops at the first file that is wrong. */
    private void findMore(List<String> files, ProtocMessages messages) throws CodeGenException, IOException {
        for (int index = 1; index < files.size(); index++) {
            messages.read(run(List.of("--descriptor_set_out=" + descriptorSet()), List.of(files.get(index))).printed());
        }
    }

    /** Protoc names files by the paths on the disk. */
    private String shown(String file) {
        for (Map.Entry<Path, String> directory : directories.entrySet()) {
            String beginning = directory.getKey() + "/";
            if (file.startsWith(beginning)) {
                return directory.getValue() + file.substring(beginning.length());
            }
        }
        return file;
    }

    private CodeGenException failure(Run run, ProtocMessages messages, Diagnostics diagnostics) {
        return new CodeGenException(diagnostics.hasErrors() ? Diagnostics.text(diagnostics.errors(), ProtoCompiler.IDL)
                : "protoc: " + executable + ": ends with code " + run.code() + ": " + messages.others());
    }

    /**
     * Arguments go through a file, as there may be more than a command line takes; output as well: nobody reads it meanwhile.
     */
    private Run run(List<String> options, List<String> files) throws CodeGenException, IOException {
        List<String> arguments = new ArrayList<>(options);
        directories.keySet().forEach(directory -> arguments.add("--proto_path=" + directory));
        arguments.addAll(files);
        Path argumentFile = Files.write(work.resolve("arguments"), arguments);
        Path output = work.resolve("output");
        Process process = start(new ProcessBuilder(executable.toString(), "@" + argumentFile)
                .redirectErrorStream(true).redirectOutput(output.toFile()));
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new CodeGenException("protoc: " + executable + ": has not ended after " + MOST_SECONDS + " seconds");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CodeGenException("protoc: interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    private Process start(ProcessBuilder builder) throws CodeGenException {
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new CodeGenException("protoc: " + executable + ": cannot be run: " + failure.getMessage() + " (expected: a"
                    + " program for " + Platform.classifier() + "; " + ProtocSource.KEY + " may name another)", failure);
        }
    }
}
