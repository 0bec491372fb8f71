package io.quarkiverse.volo.deployment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources that a run has generated. */
final class GeneratedJava {

    private static final String MARK = "@Generated(\"io.quarkiverse.volo.codegen\")";

    private final Path directory;

    GeneratedJava(Path directory) {
        this.directory = directory;
    }

    /** Those for services, by path. */
    TreeMap<String, String> ours() {
        return sources(true);
    }

    /** Protoc's, by path. */
    TreeMap<String, String> messages() {
        return sources(false);
    }

    private TreeMap<String, String> sources(boolean ours) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains(MARK) == ours)
                    .collect(Collectors.toMap(file -> directory.relativize(file).toString().replace('\\', '/'),
                            GeneratedJava::read, (left, right) -> left, TreeMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Compiles protoc's as they are, and ours against them with every warning an error. */
    void assertItCompiles(Path classes) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(compile(messages(), List.of("-nowarn"), classes, classPath)).isEmpty();
        assertThat(compile(ours(), List.of("-Xlint:all", "-Werror"), classes, classPath + File.pathSeparator + classes))
                .isEmpty();
    }

    private String compile(Map<String, String> sources, List<String> more, Path classes, String classPath)
            throws IOException {
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(List.of("--release", "17", "-proc:none", "-parameters", "-implicit:none", "-d",
                classes.toString(), "-classpath", classPath));
        options.addAll(more);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = sources.keySet().stream().map(directory::resolve).toList();
            boolean fine = compiler
                    .getTask(complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(paths)).call();
            return fine ? "" : complaints.toString();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
