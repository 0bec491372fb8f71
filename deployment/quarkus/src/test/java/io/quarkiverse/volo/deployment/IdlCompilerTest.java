package io.quarkiverse.volo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/** The IDL of an application of several modules. */
class IdlCompilerTest {

    @TempDir
    Path project;

    @Test
    void tellsTheErrorsOfAllModulesAtOnceAndGeneratesTheRest() throws IOException {
        IdlCompiler compiler = new IdlCompiler(List.of(module("a", "struct A { 1: required strin x }"),
                module("b", "namespace java org.acme\nstruct B { 1: required i32 x }"),
                module("c", "struct C { 1: required i33 x }")), List.of());

        assertThat(compiler.get())
                .contains("a.thrift:1:24: unknown type 'strin'")
                .contains("c.thrift:1:24: unknown type 'i33'");
        assertThatThrownBy(compiler::compile).isInstanceOf(CodeGenException.class).hasMessage(compiler.get());
        assertThat(project.resolve("b/target/volo-thrift/org/acme/B.java")).exists();
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws IOException {
        IdlCompiler compiler = new IdlCompiler(List.of(module("a", "struct A { 1: required i32 x }")), List.of());
        assertThat(compiler.get()).isNull();
        assertThat(IdlCompiler.OF_NOTHING.get()).isNull();
    }

    private IdlCompilation module(String name, String idl) throws IOException {
        Path input = Files.createDirectories(project.resolve(name).resolve("src/main/thrift"));
        Files.writeString(input.resolve(name + ".thrift"), idl + "\n");
        return new IdlCompilation(List.of(input), List.of(), project.resolve(name).resolve("target/volo-thrift"),
                IdlRules.DEFAULT, IdlSources.none());
    }
}
