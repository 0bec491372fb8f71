package io.quarkiverse.volo.codegen.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;

class ThriftParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private FileSyntax parse(String text) {
        FileSyntax file = ThriftParser.parse("a.thrift", text, Dialect.ANY, diagnostics);
        assertThat(diagnostics.errors()).isEmpty();
        return file;
    }

    private DefinitionSyntax.Struct struct(String text) {
        return (DefinitionSyntax.Struct) parse(text).definitions().get(0);
    }

    private ValueSyntax value(String text) {
        return ((DefinitionSyntax.Constant) parse("const x y = " + text).definitions().get(0)).value();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\uFEFF", "\r\n", "// nothing", "# nothing", "/* nothing */", "/** nothing */ /**/ /***/" })
    void readsFilesWithoutDefinitions(String text) {
        assertThat(parse(text).definitions()).isEmpty();
    }

    @Test
    void countsLinesAndColumnsWithMarksAndCarriageReturns() {
        FileSyntax file = parse("\uFEFFstruct A {}\r\n  struct B {}\r\n");
        assertThat(file.definitions()).extracting(definition -> definition.name().location().toString())
                .containsExactly("a.thrift:1:8", "a.thrift:2:10");
    }

    @ParameterizedTest
    @CsvSource({ "0,0", "-7,-7", "+7,7", "0x1F,31", "-0x10,-16", "007,7", "-9223372036854775808,-9223372036854775808" })
    void readsIntegers(String text, long expected) {
        assertThat(((ValueSyntax.IntegerText) value(text)).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "1.5,1.5", "-.5,-0.5", "1e3,1000", "1E-3,0.001", "2.5e+2,250", "-1.0,-1" })
    void readsDecimals(String text, double expected) {
        assertThat(((ValueSyntax.DoubleText) value(text)).value()).isEqualTo(expected);
    }

    @Test
    void readsStringsWithBothQuotesAndEscapes() {
        assertThat(((ValueSyntax.StringText) value("'a\"b\\'c'")).value()).isEqualTo("a\"b'c");
        assertThat(((ValueSyntax.StringText) value("\"a'b\\\"c\\n\\t\\\\ \\d\"")).value()).isEqualTo("a'b\"c\n\t\\ \\d");
    }

    @Test
    void readsNamespacesByLanguage() {
        FileSyntax file = parse("namespace java a.b.c\nnamespace * d\nnamespace py.twisted 'e-f'\ncpp_include '<x>'");
        assertThat(file.namespaces().get("java").value().text()).isEqualTo("a.b.c");
        assertThat(file.namespaces().get("*").value().text()).isEqualTo("d");
    }

    @Test
    void takesBothSeparatorsAndNone() {
        DefinitionSyntax.Struct struct = struct("struct A { 1: i32 a, 2: i32 b; 3: i32 c 4: optional A & d (x = 'y', z;) };");
        assertThat(struct.fields()).extracting(field -> field.name().text()).containsExactly("a", "b", "c", "d");
        assertThat(struct.fields().get(3).annotations()).extracting(Annotation::name, Annotation::value)
                .containsExactly(tuple("x", "y"),
                        tuple("z", "1"));
    }

    @Test
    void readsAnnotationsEverywhere() {
        FileSyntax file = parse("""
                namespace java x (a = "b")
                typedef list<string (a = "b")> (c) Names (d = "e")
                struct S { 1: i32 (f) a (g) } (h = "i")
                enum E { A (j) B = 1 (k) } (l)
                service V { void m(1: i32 a (n)) throws (1: X x (o)) (p = "q") } (r)
                """);
        assertThat(((DefinitionSyntax.Typedef) file.definitions().get(0)).annotations()).hasSize(1);
        assertThat(((DefinitionSyntax.Service) file.definitions().get(3)).methods().get(0).annotations())
                .extracting(Annotation::value).containsExactly("q");
    }

    @Test
    void keepsTheCommentsAboveAndBehind() {
        DefinitionSyntax.Struct struct = struct("""
                // Licence: somebody else's.

                // First line
                # and second.
                struct A {
                  1: i32 a // behind a
                  /** above b */
                  2: i32 b, # not this one
                  /*
                   * above c,
                   *   indented
                   */ 3: i32 c
                  4: i32 d
                  // about nothing

                  5: i32 e
                }
                """);
        assertThat(struct.comment()).isEqualTo("First line\nand second.");
        assertThat(struct.fields()).extracting(FieldSyntax::comment)
                .isEqualTo(List.of("behind a", "above b", "above c,\n  indented", "", ""));
    }

    @Test
    void readsWordsOfTheLanguageAsNamesWhereTheyCanBeNothingElse() {
        assertThat(struct("struct A { 1: i32 list, 2: i32 service, 3: i32 required }").fields()).hasSize(3);
    }
}
