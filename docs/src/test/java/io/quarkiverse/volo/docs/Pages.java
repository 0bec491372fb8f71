package io.quarkiverse.volo.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, as their readers see them. */
final class Pages {

    /** Maven runs a module's tests in the module's directory. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Pages() {
    }

    static String read(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Markdown and AsciiDoc pages, README included. */
    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> pages = docs.filter(page -> page.toString().matches(".*\\.(md|adoc)"))
                    .filter(page -> !page.startsWith(ROOT.resolve("docs/target")));
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages).sorted().toList();
        }
    }

    /** All test sources of the project. */
    static List<Path> testSources() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, Integer.MAX_VALUE,
                (path, attributes) -> path.toString().contains("/src/test/java/") && path.toString().endsWith(".java"))) {
            return files.filter(path -> !path.toString().contains("/target/")).sorted().toList();
        }
    }
}
