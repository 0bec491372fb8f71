package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.syntax.Dialect;

/**
 * The files of the {@link Corpus} and what the compiler says about each. After a wanted change,
 * {@code mvn -pl deployment/codegen -am test -Dtest=CorpusTest -Dcorpus.update -Dsurefire.failIfNoSpecifiedTests=false} writes
 * {@code messages.txt} anew: review the difference.
 */
class CorpusTest {

    private static final Path MESSAGES = Corpus.FOLDER.resolve("messages.txt");

    static List<String> files() {
        return Corpus.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAcceptedOrRejectedAsItsFolderSays(String file) {
        for (Dialect dialect : Dialect.values()) {
            Diagnostics diagnostics = new Diagnostics();
            Corpus.resolve(file, dialect, diagnostics);
            assertThat(diagnostics.errors().isEmpty()).as("%s: %s", dialect, diagnostics.errors())
                    .isEqualTo(Corpus.isAccepted(file, dialect));
        }
    }

    @Test
    void isToldWhatIsWrongOrDoubtful() throws Exception {
        StringBuilder messages = new StringBuilder();
        Corpus.files().forEach(file -> messages.append(messages(file)));
        if (System.getProperty("corpus.update") != null) {
            Files.writeString(MESSAGES, messages);
        }
        assertThat(messages.toString()).isEqualTo(Files.readString(MESSAGES));
    }

    /** Those of strict=apache only where they are others. */
    private static String messages(String file) {
        String any = messages(file, Dialect.ANY);
        String strict = messages(file, Dialect.APACHE);
        String section = any.isEmpty() ? "" : "=== " + file + "\n" + any;
        return strict.equals(any) ? section : section + "=== " + file + ", strict=apache\n" + strict;
    }

    private static String messages(String file, Dialect dialect) {
        Diagnostics diagnostics = new Diagnostics();
        Corpus.resolve(file, dialect, diagnostics);
        StringBuilder text = new StringBuilder();
        Stream.concat(lines("error", diagnostics.errors()), lines("warning", diagnostics.warnings()))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static Stream<String> lines(String severity, List<Diagnostic> diagnostics) {
        String here = Path.of("").toAbsolutePath().toString();
        return diagnostics.stream().map(one -> severity.toUpperCase(Locale.ROOT) + " " + one.toString().replace(here, "."));
    }
}
