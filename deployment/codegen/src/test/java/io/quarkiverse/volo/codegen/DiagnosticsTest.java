package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;

/**
 * Each section of {@code diagnostics.txt} is an IDL file {@code user.thrift} and, behind its line {@code ---}, all errors it
 * gives.
 */
class DiagnosticsTest {

    @TempDir
    Path folder;

    record Case(String title, String idl, String errors) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws Exception {
        return CaseFile.read("diagnostics.txt", "(?m)^---\n").map(DiagnosticsTest::parse);
    }

    private static Case parse(CaseFile.Section section) {
        return new Case(section.title(), section.parts()[0], section.parts()[1].strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tells(Case wrong) {
        List<String> errors = new IdlFolder(folder).with("user.thrift", wrong.idl()).errors();
        assertThat(String.join("\n", errors)).isEqualTo(wrong.errors());
    }

    @Test
    void tellsTheErrorsOfAllFilesTogetherAndWritesNothing() {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "struct A { 1: B b }\nstruct {\n")
                .with("b.thrift", "include 'a.thrift'\nstruct C { 1: a.Ax x, 2: D d }")
                .with("good.thrift", "struct Good {}");
        assertThat(idl.errors()).containsExactly(
                "a.thrift:1:15: unknown type 'B'; did you mean 'A'?\n  in struct A",
                "a.thrift:2:8: unexpected '{' (expected: the name of the struct)",
                "b.thrift:2:15: unknown type 'a.Ax'; did you mean 'a.A'?\n  in struct C",
                "b.thrift:2:26: unknown type 'D'; did you mean 'C'?\n  in struct C");
        assertThat(idl.output).doesNotExist();
    }

    @Test
    void listsTheFoldersSearchedForAnInclude() {
        IdlFolder idl = new IdlFolder(folder).with("sub/a.thrift", "include \"no/such.thrift\"\nstruct A { 1: such.Thing t }");
        assertThat(idl.errors()).containsExactly("sub/a.thrift:1:9: include \"no/such.thrift\" not found "
                + "(searched: sub/no/such.thrift, no/such.thrift)");
    }

    @Test
    void showsTheWayOfAnIncludeCycle() {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "include 'b.thrift'\nstruct A { 1: b.B b }")
                .with("b.thrift", "include 'c.thrift'\nstruct B {}").with("c.thrift", "\ninclude 'a.thrift'");
        assertThat(idl.errors()).containsExactly("c.thrift:2:9: include cycle: a.thrift -> b.thrift -> c.thrift -> a.thrift");
    }

    @Test
    void findsTypesThatTwoFilesWouldGenerate() {
        IdlFolder idl = new IdlFolder(folder)
                .with("a.thrift", "namespace java x\nstruct User {}\nservice Store {}\nconst i32 A = 1")
                .with("b.thrift", "namespace java x\nenum User { A }\nstruct Store {}")
                .with("c/a.thrift", "namespace java x\nconst i32 B = 1");
        assertThat(idl.errors()).containsExactly(
                "b.thrift:2:6: Java type x.User is already generated for a.thrift:2:8",
                "b.thrift:3:8: Java type x.Store is already generated for a.thrift:3:9",
                "c/a.thrift:2:11: Java type x.AConstants is already generated for a.thrift:4:11");
    }

    @Test
    void refusesHugeFiles() throws Exception {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "");
        try (RandomAccessFile file = new RandomAccessFile(idl.input.resolve("a.thrift").toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        assertThat(idl.errors())
                .containsExactly("a.thrift:1:1: size of a.thrift: 104857600 bytes (expected: at most 16777216)");
    }

    @Test
    void refusesFilesThatAreNoText() throws Exception {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "");
        Files.write(idl.input.resolve("a.thrift"), new byte[] { 's', (byte) 0xff });
        assertThat(idl.errors()).containsExactly("a.thrift:1:1: a.thrift is not text (expected: UTF-8)");
    }

    @Test
    void boundsNestingInsteadOfOverflowingTheStack() {
        String types = "list<".repeat(100_000) + "i32" + ">".repeat(100_000);
        String values = "[".repeat(100_000) + "]".repeat(100_000);
        IdlFolder idl = new IdlFolder(folder).with("a.thrift",
                "struct A { 1: " + types + " a }\nconst list<i32> B = " + values + "\nstruct C {}");
        assertThat(idl.errors()).containsExactly("a.thrift:1:335: nested deeper than 64 levels",
                "a.thrift:2:85: nested deeper than 64 levels");
    }

    @Test
    void boundsTypesThatDoubleWithEveryTypedef() {
        StringBuilder idl = new StringBuilder("typedef i32 T0\n");
        for (int i = 1; i < 60; i++) {
            idl.append("typedef map<T%d, T%d> T%d\n".formatted(i - 1, i - 1, i));
        }
        assertThat(new IdlFolder(folder).with("a.thrift", idl.toString()).errors())
                .containsExactly("a.thrift:8:9: type made of more than 128 types\n  in typedef T7");
    }

    @Test
    void boundsConstantsThatDoubleWithEveryReference() {
        StringBuilder idl = new StringBuilder("typedef string T\nconst list<T> C = [");
        idl.append("'x', ".repeat(3000)).append("]\nstruct S { 1: list<T> c = C }");
        assertThat(new IdlFolder(folder).with("a.thrift", idl.toString()).errors()).containsExactly(
                "a.thrift:2:19: constants of more than 2000 values are not supported yet\n  in const C");
    }

    @Test
    void boundsChainsOfNames() {
        StringBuilder idl = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            idl.append("typedef T%d T%d\nconst i32 C%d = C%d\n".formatted(i + 1, i, i, i + 1));
        }
        idl.append("typedef i32 T5000\nconst i32 C5000 = 1\n");
        assertThat(new IdlFolder(folder).with("a.thrift", idl.toString()).errors()).isNotEmpty()
                .allSatisfy(error -> assertThat(error).contains("chain of more than 64"));
    }

    @Test
    void refusesStructsAndArgumentsThatNoClassAndNoMethodCanTake() {
        String idl = "struct Big {\n" + fields(2_001, "bool") + "}\nservice Many { void call(" + fields(128, "i64") + ") }";
        assertThat(new IdlFolder(folder).with("a.thrift", idl).errors()).containsExactly(
                "a.thrift:1:8: 2001 fields (expected: at most 2000, as a Java class has no room for more)\n  in struct Big",
                "a.thrift:2004:21: 256 arguments, where i64 and double count twice (expected: at most 254, as a Java method takes "
                        + "no more)\n  in method Many.call");
    }

    private static String fields(int count, String type) {
        return IntStream.rangeClosed(1, count).mapToObj(id -> id + ": " + type + " f" + id + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void refusesCharactersThatAreInvisible() {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "struct A {}\n\0\nstruct B { 1: A a\u0007 }");
        assertThat(idl.errors()).containsExactly("a.thrift:2:1: unexpected character U+0000",
                "a.thrift:3:18: unexpected character U+0007");
    }

    @Test
    void boundsNestingInFieldsForXml() {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift",
                "struct A { " + "1: i32 a xsd_attrs { ".repeat(10_000) + "}".repeat(10_000) + " }");
        assertThat(idl.errors()).containsExactly("a.thrift:1:1359: nested deeper than 64 levels");
    }

    @Test
    void boundsChainsOfServices() {
        StringBuilder idl = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            idl.append("service S%d extends S%d {}\n".formatted(i, i + 1));
        }
        idl.append("service S10000 {}\n");
        assertThat(new IdlFolder(folder).with("a.thrift", idl.toString()).errors()).hasSize(1_001)
                .first().isEqualTo("a.thrift:1:9: chain of more than 64 services\n  in service S0");
    }

    @Test
    void tellsNoMoreThanAThousandErrors() {
        List<String> errors = new IdlFolder(folder).with("a.thrift", "$".repeat(100_000)).errors();
        assertThat(errors).hasSize(1_001)
                .last().isEqualTo("a.thrift:1:1001: more than 1000 such messages; the others are not shown");
    }

    @Test
    void boundsTheWordsOfAFile() {
        List<String> errors = new IdlFolder(folder).with("a.thrift", "a ".repeat(2_100_000)).errors();
        assertThat(errors).contains("a.thrift:1:4000001: more than 2000000 words in a.thrift (expected: smaller files)");
    }

    @Test
    void boundsTheDigitsOfANumber() {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "const i64 A = " + "9".repeat(1_000_000));
        assertThat(idl.errors())
                .containsExactly("a.thrift:1:15: number: " + "9".repeat(40) + "... (expected: at most 64 bits)");
    }

    @Test
    void refusesIncludesThatAreNoPath() {
        IdlFolder idl = new IdlFolder(folder).with("a.thrift", "include \"a\0b\"\nstruct A {}");
        assertThat(idl.errors()).hasSize(1).first().asString()
                .startsWith("a.thrift:1:9: include: Nul character not allowed").endsWith("(expected: the path of a file)");
    }

    @Test
    void namesTheOtherIncludeOfTheSameName() {
        IdlFolder idl = new IdlFolder(folder).with("x/b.thrift", "").with("y/b.thrift", "")
                .with("a.thrift", "include \"x/b.thrift\"\ninclude \"y/b.thrift\"");
        assertThat(idl.errors()).containsExactly(
                "a.thrift:2:9: include \"y/b.thrift\": the name 'b' already stands for x/b.thrift (a.thrift:1:9)");
    }

    @Test
    void suggestsTheIncludedFileThatWasForgotten() {
        IdlFolder idl = new IdlFolder(folder).with("lib.thrift", "struct User {}")
                .with("a.thrift", "include \"lib.thrift\"\nstruct A { 1: User user }");
        assertThat(idl.errors())
                .containsExactly("a.thrift:2:15: unknown type 'User'; did you mean 'lib.User'?\n  in struct A");
    }

    @Test
    void asksToReportItsOwnFailuresWithoutAStackTrace() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.workingOn("a.thrift");
        assertThatThrownBy(() -> OwnFailure.told(diagnostics, () -> {
            throw new IllegalStateException("oops");
        })).isInstanceOf(CompilationException.class).hasNoCause().message().matches("1 error in Thrift IDL:\\na\\.thrift:1:1: "
                + "the IDL compiler failed here: java\\.lang\\.IllegalStateException: oops at .*DiagnosticsTest.*; "
                + "this is an error in quarkus-volo, please report it with this file: https://.*/issues");
    }
}
