package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.input.IncludeException;
import io.quarkiverse.volo.codegen.input.IncludeFinder;
import io.quarkiverse.volo.codegen.input.Origin;
import io.quarkiverse.volo.codegen.input.Origins;
import io.quarkiverse.volo.codegen.input.Selection;
import io.quarkiverse.volo.codegen.input.Selection.Part;
import io.quarkiverse.volo.codegen.input.Selection.Root;
import io.quarkiverse.volo.codegen.input.Selection.Touch;

/** Parts of files, and files from elsewhere. */
class SelectionTest {

    private static final String BASE = """
            namespace java org.acme
            struct Deep { 1: list<map<i32, Kind>> kinds, 2: optional Deep next }
            enum Kind { ONE = 1 }
            struct Unused { 1: Kind kind }
            const i32 LIMIT = 7
            """;
    private static final String SHOP = """
            namespace java org.acme
            include "base.thrift"
            typedef base.Deep Alias
            struct Order { 1: Alias deep }
            struct Other { 1: Kept kept }
            struct Kept {}
            exception Closed {}
            service Base { void ping() }
            service Shop extends Base { Order order(1: set<Order> orders) throws (1: Closed closed) }
            """;

    @TempDir
    Path folder;

    private IdlFolder elsewhere;
    private IdlFolder own;

    @BeforeEach
    void files() {
        own = new IdlFolder(folder.resolve("own"));
        elsewhere = new IdlFolder(folder.resolve("elsewhere")).with("base.thrift", BASE).with("shop.thrift", SHOP);
    }

    @Test
    void servicesConstantsAndWhatTheyNeedAreGeneratedAlsoFromIncludedFiles() throws Exception {
        compile(new Selection(List.of(root("shop.thrift")), Set.of()));

        assertThat(types()).containsExactly("Base", "BaseConstants", "BaseDefinition", "BaseIdl", "Closed", "Deep", "Kind",
                "Order",
                "Shop", "ShopDefinition", "ShopIdl");
    }

    @Test
    void whatIsTouchedIsGeneratedWithWhatItNeeds() throws Exception {
        compile(new Selection(List.of(root("shop.thrift", "Other", "Alias"), root("base.thrift", "LIMIT")), Set.of()));

        assertThat(types()).contains("Other", "Kept", "BaseConstants", "Shop").doesNotContain("Unused");
    }

    @Test
    void everythingIsEverythingOfIncludedFilesToo() throws Exception {
        compile(new Selection(List.of(new Root(elsewhere.input.resolve("shop.thrift"), true, Part.SERVICES, List.of(), false)),
                Set.of()));

        assertThat(types()).contains("Other", "Kept", "Unused", "BaseConstants");
    }

    @Test
    void structsOfAFileKeepUnknownFieldsAndThoseOfFilesThatItIncludesDoNot() throws Exception {
        compile(new Selection(List.of(new Root(elsewhere.input.resolve("shop.thrift"), true, Part.SERVICES, List.of(), true)),
                Set.of()));

        Map<Boolean, List<String>> keeping = own.sources().entrySet().stream()
                .filter(file -> file.getValue().contains("public record"))
                .collect(Collectors.partitioningBy(file -> file.getValue().contains("UnknownFields unknownFields"),
                        Collectors.mapping(file -> name(file.getKey()), Collectors.toList())));
        assertThat(keeping.get(true)).contains("Order", "Other", "Kept").doesNotContain("Deep", "Unused");
        assertThat(keeping.get(false)).contains("Deep", "Unused").doesNotContain("Order", "Other", "Kept");
    }

    @Test
    void typesAreGeneratedWithoutServices() throws Exception {
        compile(new Selection(List.of(new Root(elsewhere.input.resolve("shop.thrift"), false, Part.TYPES, List.of(), false)),
                Set.of()));

        assertThat(types()).containsExactly("BaseConstants", "BaseIdl", "Closed", "Deep", "Kept", "Kind", "Order", "Other",
                "ShopIdl");
    }

    @Test
    void filesOfTheDirectoryAreGeneratedWholeAndMayUseTheRest() throws Exception {
        own.with("mine.thrift", "namespace java org.mine\ninclude '../../elsewhere/idl/base.thrift'\n"
                + "struct Mine { 1: base.Unused unused }\nstruct Alone {}");

        compile(new Selection(List.of(root("shop.thrift")), Set.of()));

        assertThat(types()).contains("Mine", "Alone", "Unused", "Shop").doesNotContain("Other");
    }

    @Test
    void aNameThatTheFileHasNotIsToldWhereItIsWritten() {
        assertThatThrownBy(() -> compile(new Selection(List.of(root("shop.thrift", "Othr")), Set.of())))
                .hasMessageContaining("volo.yml:3:5: touch: 'Othr' is not in ")
                .hasMessageEndingWith("shop.thrift; did you mean 'Other'?");
    }

    @Test
    void aDefinitionThatComesAgainIsGeneratedOnceIfItMay() throws Exception {
        elsewhere.with("copy/base.thrift", BASE).with("copy/copy.thrift",
                "namespace java org.acme\ninclude 'base.thrift'\nservice Copy { base.Deep deep() }");
        List<Root> roots = List.of(root("shop.thrift"), root("copy/copy.thrift"));

        assertThatThrownBy(() -> compile(new Selection(roots, Set.of("Deep"))))
                .hasMessageContaining("'Deep' is another than ").hasMessageEndingWith(
                        "(expected: the same, as dedups lists it; dedups must list what it uses, too)");
        assertThatThrownBy(() -> compile(new Selection(roots, Set.of("LIMIT"))))
                .hasMessageContaining("Java type org.acme.Kind is already generated for ");
        compile(new Selection(roots, Set.of("Deep", "Kind", "LIMIT")));
        assertThat(types()).contains("Copy", "Shop", "Deep", "Kind", "BaseConstants");

        elsewhere.with("copy/base.thrift", BASE.replace("2: optional", "3: optional"));
        assertThatThrownBy(() -> compile(new Selection(roots, Set.of("Deep", "Kind", "LIMIT"))))
                .hasMessageContaining("base.thrift:2:8: 'Deep' is another than ");
        elsewhere.with("copy/base.thrift", BASE.replace("ONE = 1", "ONE = 2"));
        assertThatThrownBy(() -> compile(new Selection(roots, Set.of("Deep", "Kind", "LIMIT"))))
                .hasMessageContaining("base.thrift:3:6: 'Kind' is another than ");
        elsewhere.with("copy/base.thrift", BASE.replace("LIMIT = 7", "LIMIT = 8"));
        assertThatThrownBy(() -> compile(new Selection(roots, Set.of("Deep", "Kind", "LIMIT"))))
                .hasMessageContaining("base.thrift:5:11: 'LIMIT' is another than ");
    }

    @Test
    void filesOfAnOriginAreNamedByItAndIncludeNothingOutsideOfIt() throws Exception {
        Files.writeString(folder.resolve("secret.thrift"), "struct Secret {}");
        elsewhere.with("a/deep.thrift", "include '../base.thrift'\ninclude '../../../secret.thrift'\nstruct A { 1: i33 x }");
        Origin origin = new Origin(elsewhere.input, "repo@1234567:", List.of(), "", false);

        assertThatThrownBy(() -> compile(new Selection(List.of(root("a/deep.thrift")), Set.of()), origin))
                .hasMessageContaining(
                        "repo@1234567:a/deep.thrift:2:9: include \"../../../secret.thrift\" leads to another place "
                                + "(expected: a file of the same repository or jar)")
                .hasMessageContaining("repo@1234567:a/deep.thrift:3:15: unknown type 'i33'")
                .hasMessageStartingWith("2 errors");
    }

    @Test
    void anOriginHasIncludeFoldersAndAnAliasForOthers() throws Exception {
        elsewhere.with("common/shared.thrift", "namespace java org.shared\nstruct Shared {}")
                .with("a.thrift", "namespace java org.a\ninclude 'shared.thrift'\nservice A { shared.Shared s() }");
        IdlFolder other = new IdlFolder(folder.resolve("other")).with("b.thrift",
                "namespace java org.b\ninclude 'acme/idl/a.thrift'\nservice B extends a.A {}");
        Origin origin = new Origin(elsewhere.input, "one:", List.of(elsewhere.input.resolve("common")), "acme/idl", false);
        Origin second = new Origin(other.input, "two:", List.of(), "", false);

        compile(new Selection(List.of(new Root(other.input.resolve("b.thrift"), false, Part.SERVICES, List.of(), false)),
                Set.of()),
                origin, second);

        assertThat(types()).contains("A", "B", "Shared");
    }

    @Test
    void whatIsOnlyImportedIsNotGeneratedAndIsLookedForLast() throws Exception {
        Origin jar = new Origin(elsewhere.input, "org.acme:api:1!/", List.of(), "", true);
        own.with("mine.thrift", "namespace java org.mine\ninclude 'shop.thrift'\nstruct Mine { 1: shop.Order order }");

        ThriftCompiler.compile(own.options().with(new Origins(null, List.of(), finding("shop.thrift", jar)),
                Selection.EVERYTHING));
        assertThat(types()).containsExactly("Mine", "MineIdl");

        elsewhere.with("base.thrift", BASE.replace("i32", "i33"));
        assertThat(errors(finding("shop.thrift", jar))).anyMatch(
                error -> error.startsWith("org.acme:api:1!/base.thrift:2:27: unknown type 'i33'"));
        assertThat(errors(finding("other.thrift", jar))).containsExactly(
                "mine.thrift:2:9: include \"shop.thrift\" not found (searched: shop.thrift, 3 jars)");
        assertThat(errors(finding("broken", jar)))
                .containsExactly("mine.thrift:2:9: include \"shop.thrift\": it is broken");
    }

    private static IncludeFinder finding(String file, Origin origin) {
        return new IncludeFinder() {
            @Override
            public @Nullable Origin find(String include) throws IncludeException {
                if (file.equals("broken")) {
                    throw new IncludeException("it is broken");
                }
                return include.equals(file) ? origin : null;
            }

            @Override
            public String searched() {
                return "3 jars";
            }
        };
    }

    private List<String> errors(IncludeFinder finder) throws Exception {
        try {
            ThriftCompiler.compile(own.options().with(new Origins(null, List.of(), finder), Selection.EVERYTHING));
            return List.of();
        } catch (CompilationException wrong) {
            return wrong.errors().stream().map(Object::toString).toList();
        }
    }

    private Root root(String file, String... touched) {
        return new Root(elsewhere.input.resolve(file), false, Part.SERVICES,
                List.of(touched).stream().map(SelectionTest::touch).toList(), false);
    }

    private static Touch touch(String name) {
        return new Touch(name, new Location("volo.yml", 3, 5));
    }

    private void compile(Selection selection, Origin... origins) throws Exception {
        ThriftCompiler.compile(own.options().with(new Origins(folder, List.of(origins), IncludeFinder.NOWHERE), selection));
    }

    /** The names of all generated types. */
    private List<String> types() {
        return own.sources().keySet().stream().map(SelectionTest::name).sorted().toList();
    }

    private static String name(String path) {
        return path.replaceAll(".*/|\\.java$", "");
    }
}
