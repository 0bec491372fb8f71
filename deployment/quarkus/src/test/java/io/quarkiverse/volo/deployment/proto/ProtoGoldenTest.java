package io.quarkiverse.volo.deployment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder in {@code src/test/resources/proto-golden} holds Protobuf files and the Java of ours that comes of them. After a
 * wanted change, {@code mvn -pl deployment/quarkus -am test -Dtest=ProtoGoldenTest -Dgolden.update
 * -Dsurefire.failIfNoSpecifiedTests=false} writes it anew: review the difference.
 */
class ProtoGoldenTest {

    private static final Path CASES = Path.of("src/test/resources/proto-golden");

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
        ProtoFolder proto = new ProtoFolder(folder).withAllOf(golden);
        proto.compile();

        proto.java().assertItCompiles(folder.resolve("classes"));
        TreeMap<String, String> generated = proto.java().ours();
        if (System.getProperty("golden.update") != null) {
            update(golden, generated);
        }
        TreeMap<String, String> expected = new GeneratedJava(golden).ours();
        assertThat(generated.keySet()).isEqualTo(expected.keySet());
        generated.forEach((path, text) -> assertThat(text).as(path).isEqualTo(expected.get(path)));
    }

    private static void update(Path golden, Map<String, String> generated) throws IOException {
        for (String old : new GeneratedJava(golden).ours().keySet()) {
            Files.delete(golden.resolve(old));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path path = golden.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
