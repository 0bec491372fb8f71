package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.descriptor.Requiredness;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;

/** What generated types say of their IDL is what the IDL says. */
class DescriptorTest {

    @TempDir
    Path folder;

    private ClassLoader compile(Map<String, String> files) throws Exception {
        IdlFolder idl = new IdlFolder(folder);
        files.forEach(idl::with);
        idl.compile();
        Path classes = folder.resolve("classes");
        assertThat(JavaSources.compile(idl.sources(), classes)).isEmpty();
        return JavaSources.loader(classes);
    }

    /** Knows what was loaded. */
    private static final class Watching extends URLClassLoader {

        final Set<String> loaded = new HashSet<>();

        Watching(Path classes) throws Exception {
            super(new URL[] { classes.toUri().toURL() }, DescriptorTest.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }

    @Test
    void nothingIsLoadedBeforeADescriptorIsAskedFor() throws Exception {
        compile(Map.of("lazy.thrift", "namespace java lazy\nstruct A { 1: B b }\nenum B { C = 1 }\nservice S { A a(1: A a) }"));
        try (Watching loader = new Watching(folder.resolve("classes"))) {
            StructCodec<?> codec = (StructCodec<?>) loader.loadClass("lazy.A").getField("CODEC").get(null);
            codec.read(new BinaryReader().reset(Unpooled.wrappedBuffer(new byte[1])));
            var definition = (ServiceDefinition<?, ?>) loader.loadClass("lazy.SDefinition").getConstructor().newInstance();
            assertThat(definition.methods()).hasSize(1);
            assertThat(loader.loaded).contains("lazy.A", "lazy.SDefinition").doesNotContain("lazy.LazyIdl");

            assertThat(codec.descriptor().name()).isEqualTo("A");
            assertThat(loader.loaded).contains("lazy.LazyIdl");
        }
    }

    private static StructDescriptor struct(ClassLoader loader, String type) throws Exception {
        return ((StructCodec<?>) loader.loadClass(type).getField("CODEC").get(null)).descriptor();
    }

    @Test
    void namesTypesDefaultsAnnotationsAndCommentsSurvive() throws Exception {
        ClassLoader loader = compile(Map.of("odd-name.thrift", """
                namespace java described
                include "deep/other.thrift"
                typedef list<other.Kind> Kinds (ignored = "x")
                const string GREETING = "hi \\"there\\" \\\\ ü \\t"
                /** A thing.
                 *  With "quotes", \\\\u0041 and three: \""" */
                struct Thing_of_two {
                  // the \\ kinds
                  1: required Kinds the_kinds = [other.Kind.TWO] (api.get = '/a', api.get = "/b", bare)
                  2: optional map<i32, Thing_of_two> class
                  3: string greeting = GREETING
                  4: double far = 1e300
                  5: other.Id id = 7
                  6: bool yes = 1
                } (volo.x = "a 'b' \\"c\\"")
                exception Gone { 1: string why }
                service Things extends other.Base {
                  /** Finds. */
                  Thing_of_two find(1: other.Id id,
                    /** which */
                    2: other.Kind kind) throws (1: Gone gone) (idempotent)
                  oneway void forget()
                }
                """, "deep/other.thrift", """
                namespace java described.deep
                typedef i64 Id
                enum Kind { ONE = 1 (label = "eins"), TWO = 0x10 }
                service Base { void ping() }
                """));
        StructDescriptor thing = struct(loader, "described.ThingOfTwo");
        ServiceDescriptor things = ((ServiceDefinition<?, ?>) loader.loadClass("described.ThingsDefinition")
                .getConstructor().newInstance()).descriptor();
        EnumDescriptor kind = (EnumDescriptor) loader.loadClass("described.deep.Kind").getMethod("descriptor").invoke(null);
        MethodDescriptor find = things.method("find");

        assertThat(thing.name()).isEqualTo("Thing_of_two");
        assertThat(thing.comment()).startsWith("A thing.\n").contains("With \"quotes\"");
        assertThat(thing.annotations().value("volo.x")).isEqualTo("a 'b' \"c\"");
        assertThat(thing.fields()).extracting(FieldDescriptor::toString).containsExactly("1: list<other.Kind> the_kinds",
                "2: map<i32, Thing_of_two> class", "3: string greeting", "4: double far", "5: i64 id", "6: bool yes");
        assertThat(thing.fields()).extracting(FieldDescriptor::defaultValue).containsExactly(List.of("TWO"), null,
                "hi \"there\" \\ ü \t", 1e300, 7L, true);
        FieldDescriptor kinds = thing.field("the_kinds");
        assertThat(kinds.requiredness()).isEqualTo(Requiredness.REQUIRED);
        assertThat(kinds.comment()).isEqualTo("the \\ kinds");
        assertThat(kinds.annotations().values())
                .isEqualTo(Map.of("api.get", List.of("/a", "/b"), "bare", List.of("1")));
        assertThat(kind.member("ONE").annotations().value("label")).isEqualTo("eins");
        assertThat(kind.member(16).name()).isEqualTo("TWO");
        assertThat(things.methodNames()).containsExactly("ping", "find", "forget");
        assertThat(find.comment()).isEqualTo("Finds.");
        assertThat(find.annotations().isOn("idempotent")).isTrue();
        assertThat(find.arguments().field("kind").comment()).isEqualTo("which");
        assertThat(find.exceptions()).extracting(FieldDescriptor::toString).containsExactly("1: Gone gone");
        assertThat(struct(loader, "described.ThingsDefinition$FindArguments")).isSameAs(find.arguments());
        assertThat(struct(loader, "described.Gone").kind()).isEqualTo(StructDescriptor.Kind.EXCEPTION);
    }

    @Test
    void everyFieldTellsWhatItsStructAndItsFileSayOfPresence() throws Exception {
        ClassLoader loader = compile(Map.of("told.thrift", """
                namespace java told (volo.presence = "explicit")
                struct A {
                  1: i32 ofTheFile = 1
                  2: required i32 never
                  3: i32 itsOwn (volo.presence = "implicit")
                  4: optional i32 again (volo.presence = "explicit")
                }
                struct B {
                  1: i32 ofTheStruct = 1
                } (volo.presence = "implicit")
                """));

        assertThat(struct(loader, "told.A").fields()).extracting(FieldDescriptor::isExplicit)
                .containsExactly(true, false, false, true);
        assertThat(struct(loader, "told.B").fields()).extracting(FieldDescriptor::isExplicit).containsExactly(false);
    }

    @Test
    void filesOfOneNameAndTypesNamedLikeTheDescriptionDoNotMeet() throws Exception {
        ClassLoader loader = compile(Map.of(
                "a/same.thrift", "namespace java p\nstruct A { 1: i32 a }",
                "b/same.thrift", "namespace java p\ninclude '../a/same.thrift'\nstruct B { 1: optional same.A a }",
                "c.thrift", "namespace java p\ninclude 'b/same.thrift'\n"
                        + "struct SameIdl { 1: optional same.B b, 2: optional IdlFile file } struct IdlFile {} struct List {}"));

        assertThat(struct(loader, "p.SameIdl").fields()).extracting(FieldDescriptor::toString)
                .containsExactly("1: same.B b", "2: IdlFile file");
        assertThat(struct(loader, "p.A").fields()).hasSize(1);
        assertThat(struct(loader, "p.B").fields()).extracting(FieldDescriptor::toString).containsExactly("1: same.A a");
    }

    @Test
    void largeFilesFitIntoOneClass() throws Exception {
        String comment = IntStream.range(0, 30_000)
                .mapToObj(line -> " * Line " + line + " of a tale of 千夜一夜物語.")
                .collect(Collectors.joining("\n"));
        String fields = IntStream.rangeClosed(1, 2_000).mapToObj(member -> "A_MEMBER_WITH_A_LONG_NAME_OF_ITS_OWN_" + member
                + " (api.query = 'member-" + member + "')").collect(Collectors.joining("\n"));
        // Longer than a constant of a class may be, on one line, with marks that end a text block.
        ClassLoader loader = compile(Map.of("large.thrift",
                "namespace java large\n/**\n" + comment + "\n */\nenum Many {" + fields
                        + "}\nstruct Longest { 1: list<string> texts = ['"
                        + "x\"\"\"\"".repeat(4_000) + "', '" + "y ".repeat(10_000) + "', '" + "z\\\\".repeat(10_000)
                        + "'] }"));
        IdlFile file = (IdlFile) loader.loadClass("large.LargeIdl").getField("FILE").get(null);

        assertThat(file.text().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(20 * 65_535);
        assertThat(file.enumeration("Many").members()).hasSize(2_000);
        assertThat(file.enumeration("Many").comment()).hasLineCount(30_000)
                .endsWith("\nLine 29999 of a tale of 千夜一夜物語.");
        assertThat(struct(loader, "large.Longest").field("texts").defaultValue()).isEqualTo(List.of(
                "x\"\"\"\"".repeat(4_000), "y ".repeat(10_000), "z\\".repeat(10_000)));
        try (var classes = Files.walk(folder.resolve("classes"))) {
            assertThat(classes.filter(path -> path.toString().contains("LargeIdl")).toList()).hasSize(1);
        }
    }
}
