package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.resolve.Resolver;
import io.quarkiverse.volo.codegen.resolve.Sources;
import io.quarkiverse.volo.codegen.syntax.Dialect;

/**
 * Small IDL files, one construct each, in {@code src/test/resources/corpus}: {@code accepted} by default and with
 * strict=apache,
 * {@code lenient}, which is accepted by default only, and {@code rejected}. What they include is in {@code include}.
 */
final class Corpus {

    static final Path FOLDER = Path.of("src/test/resources/corpus");
    static final Path INCLUDE = FOLDER.resolve("include");

    private Corpus() {
    }

    /** All files to judge, such as {@code accepted/union.thrift}. */
    static List<String> files() {
        return Stream.of("accepted", "lenient", "rejected").flatMap(Corpus::files).toList();
    }

    private static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean isAccepted(String file, Dialect dialect) {
        return file.startsWith("accepted/") || (file.startsWith("lenient/") && dialect == Dialect.ANY);
    }

    /** What a file and those it includes mean; what is wrong with them is in the diagnostics. */
    static Program resolve(String file, Dialect dialect, Diagnostics diagnostics) {
        Path path = FOLDER.resolve(file);
        return Resolver.resolve(new Sources(path.getParent(), List.of(path), List.of(INCLUDE), dialect), diagnostics);
    }

    /** The one document of a program that is no include. */
    static Document main(Program program) {
        return program.documents().stream().filter(Document::generated).findFirst().orElseThrow();
    }
}
