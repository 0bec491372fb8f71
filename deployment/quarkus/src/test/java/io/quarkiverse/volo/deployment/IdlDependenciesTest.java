package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;
import io.smallrye.config.SmallRyeConfigBuilder;

/** IDL files in the jars of dependencies, through the build's own door. */
class IdlDependenciesTest {

    private static final String BASE = "namespace java org.acme.base\ninclude \"id.thrift\"\nstruct Base { 1: id.Id id }\n";
    private static final String ID = "namespace java org.acme.base\nstruct Id { 1: i64 id }\n";
    private static final String OWN = "namespace java org.own\ninclude \"common/base.thrift\"\nstruct Own { 1: base.Base base }\n";

    @TempDir
    Path project;

    private final ApplicationModelBuilder application = new ApplicationModelBuilder();
    private final Map<String, String> configured = new HashMap<>();
    private Path input;

    @BeforeEach
    void files() throws IOException {
        application.setAppArtifact(artifact("app", project));
        input = Files.createDirectories(project.resolve("src/main/thrift"));
        Files.writeString(input.resolve("own.thrift"), OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "META-INF/volo/", "thrift/", "src/main/thrift/", "" })
    void anIncludeIsFoundInAJarAndNotGenerated(String place) throws Exception {
        jar("api", Map.of(place + "common/base.thrift", BASE, place + "common/id.thrift", ID, "other.txt", ""));

        compile();

        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java");
    }

    @Test
    void nothingOfAJarIsGeneratedForVoloYmlEither() throws Exception {
        jar("api", Map.of("common/base.thrift", BASE, "common/id.thrift", ID));
        Files.move(input.resolve("own.thrift"), project.resolve("own.thrift"));
        Files.writeString(project.resolve("volo.yml"), """
                entries:
                  default:
                    protocol: thrift
                    touch_all: true
                    services:
                      - idl:
                          source: local
                          path: own.thrift
                """);

        compile();

        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java");
    }

    @Test
    void ownFilesGoFirst() throws Exception {
        jar("api", Map.of("META-INF/volo/common/base.thrift", "broken"));
        Files.writeString(Files.createDirectories(input.resolve("common")).resolve("base.thrift"),
                "namespace java org.mine\nstruct Base {}");

        compile();

        assertThat(generated()).containsExactly("org/mine/Base.java", "org/mine/BaseIdl.java", "org/own/Own.java",
                "org/own/OwnIdl.java");
    }

    @Test
    void anErrorInAJarNamesTheJarAndThePath() throws Exception {
        jar("api",
                Map.of("META-INF/volo/common/base.thrift", BASE.replace("id.Id", "i65"), "META-INF/volo/common/id.thrift", ID));

        assertThatThrownBy(this::compile).isInstanceOf(CodeGenException.class).hasMessageEndingWith(
                "org.acme:api:1.0!/META-INF/volo/common/base.thrift:3:18: unknown type 'i65'; did you mean 'i64'?\n  in struct Base");
    }

    @Test
    void whatIsNowhereIsToldWithAllPlaces() throws Exception {
        jar("api", Map.of("a.thrift", ""));
        jar("more", Map.of("b.thrift", ""));

        assertThatThrownBy(this::compile).hasMessageContaining(
                "own.thrift:2:9: include \"common/base.thrift\" not found (searched: common/base.thrift, 2 dependencies)");

        configured.put("scan-for-imports", "none");
        assertThatThrownBy(this::compile).hasMessageContaining("not found (searched: common/base.thrift)");
    }

    @Test
    void twoJarsWithTheSamePathHaveToBeChosenFrom() throws Exception {
        jar("api", Map.of("common/base.thrift", BASE, "common/id.thrift", ID));
        jar("more", Map.of("META-INF/volo/common/base.thrift", BASE, "META-INF/volo/common/id.thrift", ID));

        assertThatThrownBy(this::compile).hasMessageContaining("own.thrift:2:9: include \"common/base.thrift\": found in "
                + "org.acme:api:1.0 and in org.acme:more:1.0 (expected: one; choose with quarkus.volo.codegen.scan-for-imports)");

        configured.put("scan-for-imports", "org.acme:more");
        compile();
        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java");
    }

    @Test
    void theFilesOfAChosenDependencyAreCompiled() throws Exception {
        jar("api",
                Map.of("META-INF/volo/common/base.thrift", BASE, "META-INF/volo/common/id.thrift", ID, "no.thrift", "broken"));
        jar("more", Map.of("more.thrift", "namespace java org.more\nstruct More {}"));

        configured.put("scan-for-idl", "org.acme:api");
        compile();
        assertThat(generated()).containsExactly("org/acme/base/Base.java", "org/acme/base/BaseIdl.java",
                "org/acme/base/Id.java",
                "org/acme/base/IdIdl.java", "org/own/Own.java", "org/own/OwnIdl.java");

        configured.put("scan-for-idl", "all");
        compile();
        assertThat(generated()).contains("org/more/More.java");

        configured.put("scan-for-idl", "none");
        compile();
        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java");
    }

    @Test
    void aModuleOfTheSameBuildNeedsNoJar() throws Exception {
        Path classes = project.resolve("api/target/classes");
        Path common = Files.createDirectories(classes.resolve("META-INF/volo/common"));
        Files.writeString(common.resolve("base.thrift"), BASE);
        Files.writeString(common.resolve("id.thrift"), ID);
        application.addDependency(artifact("api", classes));

        compile();

        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java");
    }

    @Test
    void aJarThatIsNewIsReadAnew() throws Exception {
        Path jar = jar("api", Map.of("common/base.thrift", BASE, "common/id.thrift", ID));
        compile();

        Files.delete(jar);
        write(jar, Map.of("common/base.thrift", "struct Other {}"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 10_000));

        assertThatThrownBy(this::compile).hasMessageContaining("own.thrift:3:17: unknown type 'base.Base'");
    }

    @Test
    void aDependencyThatIsNoneIsTold() throws Exception {
        jar("api", Map.of());

        configured.put("scan-for-idl", "org.acme:apii");
        assertThatThrownBy(this::compile).hasMessage("quarkus.volo.codegen.scan-for-idl: org.acme:apii (expected: all, none, "
                + "or group:artifact of dependencies); did you mean 'org.acme:api'?");
    }

    @Test
    void testsMayIncludeButCompileNothingOfDependencies() throws Exception {
        jar("api", Map.of("common/base.thrift", BASE, "common/id.thrift", ID));
        Path tests = Files.createDirectories(project.resolve("src/test/thrift"));
        Files.move(input.resolve("own.thrift"), tests.resolve("own.thrift"));
        configured.put("scan-for-idl", "org.acme:api");

        compile(tests, true);

        assertThat(generated()).containsExactly("org/own/Own.java", "org/own/OwnIdl.java");
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = project.resolve("lib/" + name + ".jar");
        Files.createDirectories(jar.getParent());
        write(jar, entries);
        application.addDependency(artifact(name, jar));
        return jar;
    }

    private static ResolvedDependencyBuilder artifact(String name, Path path) {
        return ResolvedDependencyBuilder.newInstance().setGroupId("org.acme").setArtifactId(name).setVersion("1.0")
                .setResolvedPath(path).setRuntimeCp();
    }

    private static void write(Path jar, Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void compile() throws CodeGenException {
        compile(input, false);
    }

    private void compile(Path directory, boolean test) throws CodeGenException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder();
        configured.forEach((key, value) -> config.withDefaultValue("quarkus.volo.codegen." + key, value));
        new ThriftCodeGenProvider().trigger(new CodeGenContext(application.build(), output(), project.resolve("target"),
                directory, false, config.build(), test));
    }

    private Path output() {
        return project.resolve("target/generated-sources/volo-thrift");
    }

    private List<String> generated() throws IOException {
        try (Stream<Path> files = Files.walk(output())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> output().relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
