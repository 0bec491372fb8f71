package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The comparison with an earlier version, through the build's own door. */
class IdlComparisonTest {

    private static final String EARLIER = "namespace java org.acme\ninclude \"../idl/id.thrift\"\n"
            + "struct Point { 1: i32 x, 2: id.Id id }\nservice Points { void add(1: Point point) }\n";
    private static final String NOW = "namespace java org.acme\ninclude \"../idl/id.thrift\"\n"
            + "struct Point { 1: i64 x, 2: id.Id id }\nservice Points {}\n";
    private static final String X = "point.thrift:3:16: wire: Point.x: type i64 (was i32)";
    private static final String ADD = "point.thrift:4:23 (earlier version): wire: Points.add: removed";

    @TempDir
    Path project;

    private Path input;

    @BeforeEach
    void files() throws Exception {
        input = Files.createDirectories(project.resolve("src/main/thrift"));
        Files.writeString(Files.createDirectories(project.resolve("src/main/idl")).resolve("id.thrift"), "typedef i64 Id\n");
        write(EARLIER);
    }

    @Test
    void aBreakSinceTheVersionInADirectoryFailsTheBuild() throws Exception {
        Path earlier = Files.createDirectories(project.resolve("api/v1"));
        Files.createDirectories(project.resolve("api/idl"));
        Files.copy(project.resolve("src/main/idl/id.thrift"), project.resolve("api/idl/id.thrift"));
        Files.writeString(earlier.resolve("point.thrift"), EARLIER);

        assertThatCode(() -> compile(Map.of("against", "api/v1"))).doesNotThrowAnyException();
        write(NOW);

        assertThatThrownBy(() -> compile(Map.of("against", "api/v1"))).isInstanceOf(CodeGenException.class)
                .hasMessage("2 changes in Thrift IDL since api/v1 would break others (accept one with "
                        + "quarkus.volo.codegen.compatibility.ignore):\n" + X + "\n" + ADD);
        assertThatThrownBy(() -> compile(Map.of("against", earlier.toString(), "ignore", "Points.add, Other")))
                .hasMessageStartingWith("1 change in").hasMessageEndingWith(":\n" + X);
        assertThatCode(() -> compile(Map.of("against", "api/v1", "ignore", "Points,Point.x"))).doesNotThrowAnyException();
        assertThatCode(() -> compile(Map.of("against", "api/v1", "level", "warn"))).doesNotThrowAnyException();
    }

    @Test
    void aBreakSinceACommitFailsTheBuild() throws Exception {
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1");
        assertThatCode(() -> compile(Map.of("against", "git:v1"))).doesNotThrowAnyException();

        write(NOW);

        assertThatThrownBy(() -> compile(Map.of("against", "git:v1"))).hasMessageEndingWith(":\n" + X + "\n" + ADD);
        assertThatThrownBy(() -> compile(Map.of("against", "git:v2"))).hasMessageStartingWith(
                "quarkus.volo.codegen.compatibility.against: git:v2: unknown ref; a shallow clone does not have all (in ");
        assertThatThrownBy(() -> compile(Map.of("against", "git:--all"))).hasMessage(
                "quarkus.volo.codegen.compatibility.against: git:--all (expected: git: and a branch, a tag or a commit)");
    }

    @Test
    void aDirectoryThatIsNotInTheCommitIsNamed() throws Exception {
        git("init", "-q");
        git("commit", "-q", "--allow-empty", "-m", "empty");

        assertThatThrownBy(() -> compile(Map.of("against", "git:HEAD"))).hasMessageStartingWith(
                "quarkus.volo.codegen.compatibility.against: git:HEAD: none of [" + input + "] is in the repository ");
    }

    @Test
    void aProjectWithoutARepositoryIsNamed() {
        assertThatThrownBy(() -> compile(Map.of("against", "git:HEAD"))).hasMessageStartingWith(
                "quarkus.volo.codegen.compatibility.against: git:HEAD: it is in no git repository (in " + project
                        + ", git says: ");
    }

    @Test
    void aBreakSinceTheVersionInAJarFailsTheBuild() throws Exception {
        String local = System.getProperty("maven.repo.local");
        System.setProperty("maven.repo.local", project.resolve("repository").toString());
        try {
            jar("1.0", Map.of("META-INF/volo/api/point.thrift", EARLIER, "META-INF/volo/idl/id.thrift", "typedef i64 Id\n"));
            jar("1.1", Map.of("META-INF/MANIFEST.MF", ""));
            Files.move(input.resolve("point.thrift"), Files.createDirectories(input.resolve("api")).resolve("point.thrift"));
            Files.move(project.resolve("src/main/idl"), input.resolve("idl"));
            assertThatCode(() -> compile(Map.of("against", "org.acme:api:1.0"))).doesNotThrowAnyException();

            Files.writeString(input.resolve("api/point.thrift"), NOW);

            assertThatThrownBy(() -> compile(Map.of("against", "org.acme:api:1.0")))
                    .hasMessageEndingWith(":\napi/" + X + "\napi/" + ADD);
            assertThatThrownBy(() -> compile(Map.of("against", "org.acme:api:1.1")))
                    .hasMessageStartingWith("quarkus.volo.codegen.compatibility.against: org.acme:api:1.1: no .thrift files");
        } finally {
            if (local == null) {
                System.clearProperty("maven.repo.local");
            } else {
                System.setProperty("maven.repo.local", local);
            }
        }
    }

    @Test
    void whatIsConfiguredWronglyIsNamed() throws Exception {
        Path broken = Files.createDirectories(project.resolve("broken"));
        Files.writeString(broken.resolve("point.thrift"), "struct Point { 1: i33 x }");

        assertThatThrownBy(() -> compile(Map.of("against", "no/such")))
                .hasMessage("quarkus.volo.codegen.compatibility.against: "
                        + project.resolve("no/such")
                        + " (expected: an existing directory, group:artifact:version of a jar, or git:<ref>)");
        assertThatThrownBy(() -> compile(Map.of("against", "broken"))).hasMessageStartingWith(
                "quarkus.volo.codegen.compatibility.against: broken: the earlier version does not compile: 1 error")
                .hasMessageContaining("point.thrift:1:19: unknown type 'i33'");
        assertThatThrownBy(() -> compile(Map.of("against", "broken", "level", "error")))
                .hasMessage("quarkus.volo.codegen.compatibility.level: error (expected: fail, warn)");
    }

    private void write(String point) throws IOException {
        Files.writeString(input.resolve("point.thrift"), point);
    }

    private void compile(Map<String, String> values) throws CodeGenException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder();
        values.forEach((key, value) -> config.withDefaultValue("quarkus.volo.codegen.compatibility." + key, value));
        Path output = project.resolve("target/generated-sources/volo-thrift");
        new ThriftCodeGenProvider()
                .trigger(new CodeGenContext(null, output, project.resolve("target"), input, false, config.build(), false));
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).directory(project.toFile()).inheritIO().start();
        assertThat(git.waitFor()).isZero();
    }

    private void jar(String version, Map<String, String> entries) throws IOException {
        Path folder = Files.createDirectories(project.resolve("repository/org/acme/api/" + version));
        try (ZipOutputStream jar = new ZipOutputStream(
                Files.newOutputStream(folder.resolve("api-" + version + ".jar")))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }
}
