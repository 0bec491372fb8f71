package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.runtime.config.CodegenConfig;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.smallrye.config.SmallRyeConfigBuilder;

class ThriftCodeGenProviderTest {

    private static final String POINT = "namespace java org.acme\nstruct Point { 1: required i32 x }\n";

    private final ThriftCodeGenProvider provider = new ThriftCodeGenProvider();

    @TempDir
    Path project;

    private Path input;
    private Path output;

    @BeforeEach
    void directories() throws IOException {
        input = Files.createDirectories(project.resolve("src/main/thrift"));
        output = Files.createDirectories(project.resolve("target/generated-sources/volo-thrift"));
    }

    @Test
    void generatesJavaOnceAndThenOnlyWhatChanged() throws Exception {
        Files.writeString(input.resolve("point.thrift"), POINT);

        assertThat(provider.trigger(context(input, false))).isTrue();
        assertThat(output.resolve("org/acme/Point.java")).exists();
        assertThat(provider.trigger(context(input, false))).isFalse();
    }

    @Test
    void tellsAllErrorsOfAllFilesAtOnce() throws IOException {
        Files.writeString(input.resolve("a.thrift"), "struct A { 1: required strin x }\n");
        Files.writeString(input.resolve("b.thrift"), "struct B { 1: required i33 x }\n");

        assertThatThrownBy(() -> provider.trigger(context(input, false)))
                .isInstanceOf(CodeGenException.class)
                .hasMessageContaining("a.thrift:1:24: unknown type 'strin'")
                .hasMessageContaining("b.thrift:1:24: unknown type 'i33'");
    }

    @Test
    void removesWhatWasGeneratedFromFilesThatAreGone() throws Exception {
        Files.writeString(input.resolve("point.thrift"), POINT);
        provider.trigger(context(input, false));

        Files.delete(input.resolve("point.thrift"));
        Files.delete(input);

        assertThat(new ThriftCodeGenProvider().trigger(context(input, false))).isTrue();
        assertThat(output.resolve("org/acme/Point.java")).doesNotExist();
    }

    @Test
    void severalSourceRootsShareTheirOutput() throws Exception {
        Path other = Files.createDirectories(project.resolve("src/more/thrift"));
        Files.writeString(input.resolve("point.thrift"), POINT);
        Files.writeString(other.resolve("line.thrift"), "namespace java org.acme\nstruct Line { 1: required i32 y }\n");

        provider.trigger(context(input, false));
        provider.trigger(context(project.resolve("target/generated-sources/thrift"), false));
        provider.trigger(context(other, false));

        assertThat(output.resolve("org/acme/Point.java")).exists();
        assertThat(output.resolve("org/acme/Line.java")).exists();
    }

    @Test
    void filesOfTestsMayIncludeThoseOfTheApplication() throws Exception {
        Path test = Files.createDirectories(project.resolve("src/test/thrift"));
        Files.writeString(input.resolve("point.thrift"), POINT);
        Files.writeString(test.resolve("case.thrift"),
                "namespace java org.acme\ninclude \"point.thrift\"\nstruct Case { 1: required point.Point p }\n");

        provider.trigger(context(test, true));

        assertThat(output.resolve("org/acme/Case.java")).exists();
        assertThat(output.resolve("org/acme/Point.java")).doesNotExist();
    }

    @Test
    void isSkippedOnRequest() {
        assertThat(provider.shouldRun(input, config(Map.of()))).isTrue();
        assertThat(provider.shouldRun(input, config(Map.of("quarkus.volo.codegen.skip", "true")))).isFalse();
    }

    @Test
    void looksInTheConfiguredDirectory() throws Exception {
        Path idl = Files.createDirectories(project.resolve("src/main/idl"));
        Files.writeString(idl.resolve("point.thrift"), POINT);

        provider.trigger(context(input, false, Map.of("quarkus.volo.codegen.thrift-directory", "idl")));

        assertThat(output.resolve("org/acme/Point.java")).exists();
    }

    @Test
    void keepsToApachesRulesOnRequest() throws Exception {
        Files.writeString(input.resolve("point.thrift"), "struct Point { 1: i32 x };\n");

        assertThat(provider.trigger(context(input, false))).isTrue();
        assertThatThrownBy(() -> provider.trigger(context(input, false, Map.of("quarkus.volo.codegen.strict", "apache"))))
                .isInstanceOf(CodeGenException.class)
                .hasMessageContaining("point.thrift:1:26: a separator behind struct: refused by Apache Thrift 0.17");
        assertThatThrownBy(() -> provider.trigger(context(input, false, Map.of("quarkus.volo.codegen.strict", "yes"))))
                .hasMessage("quarkus.volo.codegen.strict: yes (expected: off, apache)");
    }

    @Test
    void tellsAbsentFieldsFromDefaultsOnRequest() throws Exception {
        Files.writeString(input.resolve("point.thrift"), "namespace java org.acme\nstruct Point { 1: i32 x }\n");
        Map<String, String> explicit = Map.of("quarkus.volo.codegen.presence", "Explicit");

        provider.trigger(context(input, false));
        assertThat(Files.readString(output.resolve("org/acme/Point.java"))).contains("int x")
                .doesNotContain("@Nullable Integer x");
        provider.trigger(context(input, false, explicit));
        assertThat(Files.readString(output.resolve("org/acme/Point.java"))).contains("@Nullable Integer x");
        assertThat(config(explicit).getValue("quarkus.volo.codegen.presence", CodegenConfig.Presence.class))
                .isEqualTo(CodegenConfig.Presence.EXPLICIT);
        assertThatThrownBy(() -> provider.trigger(context(input, false, Map.of("quarkus.volo.codegen.presence", "yes"))))
                .hasMessage("quarkus.volo.codegen.presence: yes (expected: implicit, explicit)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "false | false", "true | true", "other.thrift | false", "point.thrift | true",
            "geo/*.thrift, other.thrift | true", "** | true" })
    void keepsUnknownFieldsOfTheFilesThatAreNamed(String files, boolean kept) throws Exception {
        Files.createDirectories(input.resolve("geo"));
        Files.writeString(input.resolve("geo/point.thrift"), "namespace java org.acme\nstruct Point { 1: i32 x }\n");

        provider.trigger(context(input, false, Map.of("quarkus.volo.codegen.keep-unknown-fields", files)));

        assertThat(Files.readString(output.resolve("org/acme/Point.java")).contains("unknownFields")).isEqualTo(kept);
    }

    @Test
    void namesAGlobThatIsNone() {
        assertThatThrownBy(
                () -> provider.trigger(context(input, false, Map.of("quarkus.volo.codegen.keep-unknown-fields", "[a"))))
                .isInstanceOf(CodeGenException.class).hasMessage("quarkus.volo.codegen.keep-unknown-fields: [a"
                        + " (expected: true, false or files such as user.thrift, billing/*.thrift)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "off", "Off", "OFF", "apache", "Apache", "APACHE", " apache " })
    void readsStrictAsQuarkusDoes(String strict) throws Exception {
        Files.writeString(input.resolve("point.thrift"), "struct Point { 1: i32 x };\n");
        Map<String, String> values = Map.of("quarkus.volo.codegen.strict", strict);
        boolean apache = config(values).getValue("quarkus.volo.codegen.strict",
                CodegenConfig.Strictness.class) == CodegenConfig.Strictness.APACHE;

        if (apache) {
            assertThatThrownBy(() -> provider.trigger(context(input, false, values)))
                    .hasMessageContaining("refused by Apache Thrift");
        } else {
            assertThat(provider.trigger(context(input, false, values))).isTrue();
        }
    }

    @Test
    void tellsEachWarningOnceUntilItIsGone() {
        Location place = new Location("a.thrift", 1, 1);
        Diagnostic first = new Diagnostic(place, "first", "");
        Diagnostic second = new Diagnostic(place, "second", "");

        assertThat(ToldWarnings.news(output, List.of(first))).containsExactly(first);
        assertThat(ToldWarnings.news(output, List.of(first, second))).containsExactly(second);
        assertThat(ToldWarnings.news(output, List.of(second))).isEmpty();
        assertThat(ToldWarnings.news(output, List.of(first))).containsExactly(first);
    }

    private CodeGenContext context(Path directory, boolean test) {
        return context(directory, test, Map.of());
    }

    private CodeGenContext context(Path directory, boolean test, Map<String, String> values) {
        return new CodeGenContext(null, output, project.resolve("target"), directory, false, config(values), test);
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withDefaultValues(values).build();
    }
}
