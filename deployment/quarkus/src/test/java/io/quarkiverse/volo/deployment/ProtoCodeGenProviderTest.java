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
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.bootstrap.model.ApplicationModelBuilder;
import io.quarkus.bootstrap.prebuild.CodeGenException;
import io.quarkus.deployment.CodeGenContext;
import io.quarkus.deployment.CodeGenProvider;
import io.quarkus.maven.dependency.ResolvedDependencyBuilder;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Protobuf files of an application, through the build's own door, with a real protoc. */
class ProtoCodeGenProviderTest {

    private static final String GREETER = """
            syntax = "proto3";
            package org.acme;
            service Greeter {
              rpc Greet(Name) returns (Name);
            }
            message Name {
              string name = 1;
            }
            """;
    private static final List<String> JAVA_OF_GREETER = List.of("org/acme/Greeter.java",
            "org/acme/GreeterDefinition.java", "org/acme/GreeterOuterClass.java");

    @TempDir
    Path project;

    private final ApplicationModelBuilder application = new ApplicationModelBuilder();
    private final Map<String, String> configured = new HashMap<>();
    private ProtoCodeGenProvider provider = new ProtoCodeGenProvider();
    private Path input;

    @BeforeEach
    void directories() throws IOException {
        application.setAppArtifact(dependency("org.acme", "app", "1.0", project));
        input = Files.createDirectories(project.resolve("src/main/proto"));
    }

    @Test
    void isRegistered() {
        assertThat(ServiceLoader.load(CodeGenProvider.class))
                .anyMatch(ProtoCodeGenProvider.class::isInstance);
        assertThat(provider.providerId()).isEqualTo("volo-proto");
        assertThat(provider.inputDirectory()).isEqualTo("proto");
        assertThat(provider.inputExtensions()).containsExactly("proto");
    }

    @Test
    void generatesJavaOnceAndThenOnlyWhatChanged() throws Exception {
        write("greeter.proto", GREETER);
        write("other.proto", GREETER.replace("acme", "other"));

        assertThat(compile()).isTrue();
        assertThat(generated()).containsAll(JAVA_OF_GREETER);
        assertThat(compile()).isFalse();

        Path untouched = output().resolve("org/acme/GreeterOuterClass.java");
        FileTime before = Files.getLastModifiedTime(untouched);
        write("other.proto", GREETER.replace("acme", "other").replace("Greet(", "Hail("));
        assertThat(compile()).isTrue();
        assertThat(Files.readString(output().resolve("org/other/Greeter.java"))).contains("hail(");
        assertThat(Files.getLastModifiedTime(untouched)).isEqualTo(before);
    }

    @Test
    void startsNoProgramWhereNothingHasChanged() throws Exception {
        write("greeter.proto", GREETER);
        Path runs = protocThat("echo run >> '" + project.resolve("runs") + "'; exit 1");
        assertThatThrownBy(this::compile).hasMessageContaining("ends with code 1");
        assertThat(project.resolve("runs")).hasContent("run");

        Files.delete(runs);
        configured.clear();
        compile();
        Path executable = cachedProtoc();
        Files.delete(executable);
        Files.createDirectory(executable);
        assertThat(compile()).isFalse();
    }

    @Test
    void withoutAFileProtocIsNeitherLookedForNorStarted() throws Exception {
        configured.put("protoc-path", "nowhere/protoc");
        assertThat(compile()).isFalse();
        write("notes.txt", "nothing to compile");
        assertThat(compile()).isFalse();
        assertThat(output()).doesNotExist();

        write("greeter.proto", GREETER);
        assertThatThrownBy(this::compile).isInstanceOf(CodeGenException.class)
                .hasMessage("quarkus.volo.codegen.protoc-path: " + project.resolve("nowhere/protoc")
                        + " (expected: a file that can be run)");
    }

    @Test
    void tellsAllErrorsOfAllFilesAtOnce() throws Exception {
        write("a.proto", GREETER.replace("returns (Name)", "returns (Nope)").replace("string name", "strin name"));
        write("b.proto", GREETER.replace("acme", "b").replace("package", "pakage"));
        write("c.proto", GREETER.replace("acme", "c"));
        write("d.proto", "syntax = \"proto3\";\nimport \"nowhere.proto\";\n");

        assertThatThrownBy(this::compile).isInstanceOf(CodeGenException.class)
                .hasMessageContaining("errors in Protobuf IDL:\n")
                .hasMessageContaining("\na.proto:4:28: \"Nope\" is not defined.")
                .hasMessageContaining("\na.proto:7:3: \"strin\" is not defined.")
                .hasMessageContaining("\nb.proto:2:1: Expected top-level statement")
                .hasMessageContaining("\nd.proto:2:1: Import \"nowhere.proto\" was not found or had errors.")
                .hasMessageNotContaining("c.proto").hasNoCause();
        assertThat(output().resolve("org")).doesNotExist();
    }

    @Test
    void aBrokenFileLeavesWhatWasGeneratedBefore() throws Exception {
        write("greeter.proto", GREETER);
        compile();
        write("greeter.proto", GREETER.replace("rpc", "rcp"));

        assertThatThrownBy(this::compile).hasMessageContaining("greeter.proto:4:");
        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);
    }

    @Test
    void removesWhatWasGeneratedFromFilesThatAreGone() throws Exception {
        write("greeter.proto", GREETER);
        write("other.proto", GREETER.replace("acme", "other"));
        compile();

        Files.delete(input.resolve("other.proto"));
        assertThat(compile()).isTrue();
        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);

        Files.delete(input.resolve("greeter.proto"));
        Files.delete(input);
        provider = new ProtoCodeGenProvider();
        assertThat(compile()).isTrue();
        assertThat(generated()).isEmpty();
    }

    @Test
    void severalSourceRootsShareTheirOutput() throws Exception {
        Path other = Files.createDirectories(project.resolve("src/more/proto"));
        write("greeter.proto", GREETER);
        Files.writeString(other.resolve("other.proto"), GREETER.replace("acme", "other"));

        compile();
        trigger(project.resolve("target/generated-sources/proto"), false);
        trigger(other, false);

        assertThat(generated()).containsAll(JAVA_OF_GREETER).contains("org/other/Greeter.java");
    }

    @Test
    void filesOfTestsMayImportThoseOfTheApplication() throws Exception {
        Path tests = Files.createDirectories(project.resolve("src/test/proto"));
        write("name.proto", "syntax = \"proto3\";\npackage org.acme;\nmessage Name {}\n");
        Files.writeString(tests.resolve("greeter.proto"), """
                syntax = "proto3";
                package org.acme;
                import "name.proto";
                service Greeter { rpc Greet(Name) returns (Name); }
                """);

        trigger(tests, true);

        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);
    }

    @Test
    void isSkippedOnRequest() {
        assertThat(provider.shouldRun(input, new SmallRyeConfigBuilder().build())).isTrue();
        assertThat(provider.shouldRun(input,
                new SmallRyeConfigBuilder().withDefaultValue("quarkus.volo.codegen.skip", "true").build())).isFalse();
    }

    @Test
    void looksInTheConfiguredDirectory() throws Exception {
        Path idl = Files.createDirectories(project.resolve("src/main/idl"));
        Files.writeString(idl.resolve("greeter.proto"), GREETER);
        configured.put("proto-directory", "idl");

        compile();

        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);
    }

    @Test
    void importsAreFoundInJarsAndNotGenerated() throws Exception {
        jar("api", Map.of("common/name.proto", "syntax = \"proto3\";\npackage common;\nimport \"common/id.proto\";\n"
                + "import \"google/protobuf/timestamp.proto\";\nmessage Name { Id id = 1; google.protobuf.Timestamp at = 2; }\n",
                "common/id.proto", "syntax = \"proto3\";\npackage common;\nmessage Id {}\n", "unused.proto", "broken"));
        write("greeter.proto", GREETER.replace("Name)", "common.Name)")
                .replace("package org.acme;", "package org.acme; import \"common/name.proto\";"));

        compile();

        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);
        assertThat(Files.readString(output().resolve("org/acme/Greeter.java"))).contains("NameOuterClass.Name");
        try (Stream<Path> extracted = Files.walk(output().resolve(".volo-proto/imports"))) {
            assertThat(extracted.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("name.proto", "id.proto", "timestamp.proto");
        }
        configured.put("scan-for-imports", "none");
        assertThatThrownBy(this::compile)
                .hasMessageContaining("greeter.proto:2:19: Import \"common/name.proto\" was not found");
    }

    @Test
    void anErrorInAJarNamesTheJarAndThePath() throws Exception {
        jar("api", Map.of("common/name.proto", "syntax = \"proto3\";\nmessage Name { Nope nope = 1; }\n"));
        write("greeter.proto", GREETER.replace("package org.acme;", "package org.acme; import \"common/name.proto\";"));

        assertThatThrownBy(this::compile)
                .hasMessageContaining("\norg.acme:api:1.0!/common/name.proto:2:16: \"Nope\" is not defined.");
    }

    @Test
    void aModuleOfTheSameBuildNeedsNoJar() throws Exception {
        Path classes = Files.createDirectories(project.resolve("api/target/classes/common"));
        Files.writeString(classes.resolve("name.proto"), "syntax = \"proto3\";\npackage common;\nmessage Name {}\n");
        application.addDependency(dependency("org.acme", "api", "1.0", classes.getParent()));
        write("greeter.proto", GREETER.replace("Name)", "common.Name)")
                .replace("package org.acme;", "package org.acme; import \"common/name.proto\";"));

        compile();

        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);
    }

    @Test
    void jarsWithDifferentTextsOfAFileHaveToBeChosenFrom() throws Exception {
        String name = "syntax = \"proto3\";\npackage common;\nmessage Name {}\n";
        jar("api", Map.of("common/name.proto", name));
        jar("same", Map.of("common/name.proto", name));
        write("greeter.proto", GREETER.replace("package org.acme;", "package org.acme; import \"common/name.proto\";"));
        compile();

        jar("more", Map.of("common/name.proto", name + "message More {}\n"));
        assertThatThrownBy(this::compile).hasMessage("1 error in Protobuf IDL:\n"
                + "greeter.proto:2:26: import \"common/name.proto\": found with different texts in org.acme:api:1.0 and in "
                + "org.acme:more:1.0 and in org.acme:same:1.0 (expected: one; choose with quarkus.volo.codegen.scan-for-imports)");

        configured.put("scan-for-imports", "org.acme:more");
        compile();
    }

    @Test
    void theConfiguredProtocGoesBeforeTheDeclaredOne() throws Exception {
        write("greeter.proto", GREETER);
        compile();
        Path real = cachedProtoc();
        String classifier = real.getFileName().toString().replaceAll("protoc-[\\d.]+-(.*)\\.exe", "$1");
        Path declared = Files.writeString(project.resolve("declared.exe"), "#!/bin/sh\necho declared; exit 3\n");
        application.addDependency(dependency("com.google.protobuf", "protoc", "1.0", declared).setType("exe")
                .setClassifier(classifier));

        assertThatThrownBy(this::compile).hasMessageContaining("declared.exe: ends with code 3: declared");

        configured.put("protoc-path", real.toString());
        assertThat(compile()).isFalse();
    }

    @Test
    void aProtocForAnotherMachineIsNotTaken() throws Exception {
        write("greeter.proto", GREETER);
        application.addDependency(dependency("com.google.protobuf", "protoc", "1.0", project).setType("exe")
                .setClassifier("amiga-m68k"));

        assertThat(compile()).isTrue();
    }

    @Test
    void itIsFetchedInTheVersionOfProtobufJava() throws Exception {
        write("greeter.proto", GREETER);
        application.addDependency(dependency("com.google.protobuf", "protobuf-java", "0.0.1", project).setRuntimeCp());

        assertThatThrownBy(this::compile).isInstanceOf(CodeGenException.class)
                .hasMessageStartingWith("protoc, which compiles .proto files, cannot be fetched: com.google.protobuf:protoc:")
                .hasMessageContaining(":0.0.1: not found: ")
                .hasMessageContaining("\n  - a Maven repository within reach")
                .hasMessageContaining(
                        "\n  - a dependency of the application: com.google.protobuf:protoc, version 0.0.1, type exe,")
                .hasMessageContaining("\n  - quarkus.volo.codegen.protoc-path: the path of a protoc");
    }

    @Test
    void whatCannotBeRunIsToldWithoutATrace() throws Exception {
        write("greeter.proto", GREETER);
        Path file = Files.writeString(project.resolve("protoc"), "#!/nowhere/shell\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        configured.put("protoc-path", "protoc");

        assertThatThrownBy(this::compile).isInstanceOf(CodeGenException.class)
                .hasMessageStartingWith("protoc: " + file + ": cannot be run: ")
                .hasMessageContaining("quarkus.volo.codegen.protoc-path may name another");
    }

    @Test
    void quarkusGrpcKeepsItsMessages() throws Exception {
        write("greeter.proto", GREETER);
        application.addDependency(dependency("io.quarkus", "quarkus-grpc", "1.0", project));

        compile();
        assertThat(generated()).containsExactly("org/acme/VoloGreeter.java", "org/acme/VoloGreeterDefinition.java");

        configured.put("quarkus.grpc.codegen.skip", "true");
        compile();
        assertThat(generated()).containsExactlyElementsOf(JAVA_OF_GREETER);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(input.resolve(name), text);
    }

    private Path protocThat(String does) throws IOException {
        Path script = Files.writeString(project.resolve("protoc.sh"), "#!/bin/sh\n" + does + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        configured.put("protoc-path", script.toString());
        return script;
    }

    private Path cachedProtoc() throws IOException {
        try (Stream<Path> files = Files.list(output().resolve(".volo-proto"))) {
            return files.filter(file -> file.toString().endsWith(".exe")).findFirst().orElseThrow();
        }
    }

    private void jar(String name, Map<String, String> entries) throws IOException {
        Path jar = Files.createDirectories(project.resolve("lib")).resolve(name + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        application.addDependency(dependency("org.acme", name, "1.0", jar).setRuntimeCp());
    }

    private static ResolvedDependencyBuilder dependency(String group, String name, String version, Path path) {
        return ResolvedDependencyBuilder.newInstance().setGroupId(group).setArtifactId(name).setVersion(version)
                .setResolvedPath(path).setRuntimeCp();
    }

    private boolean compile() throws CodeGenException {
        return trigger(input, false);
    }

    private boolean trigger(Path directory, boolean test) throws CodeGenException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder();
        configured.forEach((key, value) -> config
                .withDefaultValue(key.startsWith("quarkus.") ? key : "quarkus.volo.codegen." + key, value));
        return provider.trigger(new CodeGenContext(application.build(), output(), project.resolve("target"), directory, false,
                config.build(), test));
    }

    private Path output() {
        return project.resolve("target/generated-sources/volo-proto");
    }

    private List<String> generated() throws IOException {
        try (Stream<Path> files = Files.walk(output())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> output().relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
