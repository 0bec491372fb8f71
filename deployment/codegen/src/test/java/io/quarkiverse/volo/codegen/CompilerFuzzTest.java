package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is in a file: Java, or errors of the file, and soon; never an error of the compiler's own. The build tries what was
 * found so far, and {@link MutationTest} what is nearly right. {@code scripts/fuzz compiler} searches with Jazzer, guided by
 * coverage; what it finds belongs into the folder {@code fuzz} of the tests' resources.
 */
class CompilerFuzzTest {

    private static final Path FOUND = Path.of("src/test/resources/fuzz");
    private static final Path FOLDER = folder();

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FOLDER.resolve("idl/fuzzed.thrift"), bytes);
        try {
            ThriftCompiler.compile(CompilerOptions.of(FOLDER.resolve("idl"), FOLDER.resolve("java")));
        } catch (CompilationException refused) {
            assertThat(refused.errors()).isNotEmpty()
                    .noneMatch(error -> error.message().startsWith("the IDL compiler failed here: "));
        }
    }

    @ParameterizedTest
    @MethodSource("found")
    void whatWasFoundIsCompiledOrRefused(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> fuzzerTestOneInput(bytes));
    }

    static Stream<Path> found() throws IOException {
        return Files.list(FOUND);
    }

    private static Path folder() {
        try {
            Path folder = Path.of("target/compiler-fuzz");
            Files.createDirectories(folder.resolve("idl"));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
