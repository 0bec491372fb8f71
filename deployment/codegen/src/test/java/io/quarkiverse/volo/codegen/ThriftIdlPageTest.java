package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.resolve.Resolver;
import io.quarkiverse.volo.codegen.resolve.Sources;
import io.quarkiverse.volo.codegen.syntax.Dialect;

/** Every example of {@code docs/thrift-idl.md} is right; one that others include has its name in a comment above. */
class ThriftIdlPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?:<!-- file: (\\S+) -->\\n)?```thrift\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    /** Java's examples of that page are tested with these files. */
    @ParameterizedTest
    @ValueSource(strings = { "golden/shop", "behaviour/described" })
    void theExampleOfGenericCallsIsTheOneThatIsTested(String folder) throws Exception {
        assertThat(Files.readString(Path.of("../../docs/generic-calls.md")))
                .contains("```thrift\n" + Files.readString(Path.of("src/test/resources", folder, "shop.thrift")) + "```");
    }

    @ParameterizedTest
    @CsvSource({ "thrift-idl, 10", "generic-calls, 1" })
    void everyExampleCompiles(String page, int least) throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../../docs/" + page + ".md")));
        List<Path> files = new ArrayList<>();
        while (example.find()) {
            String name = example.group(1) == null ? "example" + files.size() + ".thrift" : example.group(1);
            files.add(Files.writeString(folder.resolve(name), example.group(2)));
        }
        Diagnostics diagnostics = new Diagnostics();
        Resolver.resolve(new Sources(folder, files, List.of(), Dialect.ANY), diagnostics);
        assertThat(files).hasSizeGreaterThanOrEqualTo(least);
        assertThat(diagnostics.errors()).isEmpty();
    }
}
