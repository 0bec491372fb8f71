package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder in {@code src/test/resources/golden} holds IDL files and the Java that comes of them. After a wanted change,
 * {@code mvn -pl deployment/codegen -am test -Dtest=GoldenTest -Dgolden.update -Dsurefire.failIfNoSpecifiedTests=false} writes
 * it anew: review the difference.
 */
class GoldenTest {

    static final Path CASES = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatesTheJavaBesideTheIdl(Path golden) throws Exception {
        IdlFolder idl = new IdlFolder(folder).withAllOf(golden);
        idl.compile();
        Map<String, String> generated = idl.sources();
        assertThat(JavaSources.compile(generated, folder.resolve("classes"))).isEmpty();
        if (System.getProperty("golden.update") != null) {
            update(golden, generated);
        }
        Map<String, String> expected = IdlFolder.files(golden, ".java");
        assertThat(generated.keySet()).isEqualTo(expected.keySet());
        generated.forEach((path, text) -> assertThat(text).as(path).isEqualTo(expected.get(path)));
    }

    private static void update(Path golden, Map<String, String> generated) throws IOException {
        for (String old : IdlFolder.files(golden, ".java").keySet()) {
            Files.delete(golden.resolve(old));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path path = golden.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
