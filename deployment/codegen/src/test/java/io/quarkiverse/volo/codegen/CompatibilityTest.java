package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.codegen.compatibility.Finding;

/**
 * Each section of {@code compatibility.txt} is an IDL file {@code user.thrift} as it was, behind a line {@code --- now} as it
 * is,
 * and behind a line {@code --- findings} all that is told; nothing where the change breaks nobody.
 */
class CompatibilityTest {

    @TempDir
    Path folder;

    record Case(String title, String earlier, String now, String findings) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws Exception {
        return CaseFile.read("compatibility.txt", "(?m)^--- (?:now|findings)\n").map(CompatibilityTest::parse);
    }

    private static Case parse(CaseFile.Section section) {
        String[] parts = section.parts();
        return new Case(section.title(), parts[0], parts[1], parts.length < 3 ? "" : parts[2].strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tells(Case change) throws Exception {
        IdlFolder earlier = earlier().with("user.thrift", change.earlier());
        IdlFolder now = now().with("user.thrift", change.now());

        assertThat(lines(earlier, now)).isEqualTo(change.findings());
        if (!change.findings().contains("volo.reserved: ")) {
            assertThat(lines(now, now)).as("of a version that has not changed").isEmpty();
        }
    }

    @Test
    void followsADefinitionToAnotherFileOfItsJavaPackage() throws Exception {
        IdlFolder earlier = earlier().with("a.thrift", "namespace java x\nstruct User { 1: i32 id }\nconst i32 MAX = 1");
        IdlFolder now = now().with("b.thrift", "namespace java x\nstruct User { 1: i64 id }\nconst i32 MAX = 1");

        assertThat(lines(earlier, now)).isEqualTo("b.thrift:2:15: wire: User.id: type i64 (was i32)");
    }

    @Test
    void whatAFileThatIsGoneDefinedIsGone() throws Exception {
        IdlFolder earlier = earlier().with("a.thrift", "struct User {}\nservice Users {}").with("b.thrift", "");
        IdlFolder now = now().with("b.thrift", "");

        assertThat(lines(earlier, now)).isEqualTo("a.thrift:1:8 (earlier version): source: User: removed\n"
                + "a.thrift:2:9 (earlier version): wire: Users: removed");
    }

    @Test
    void tellsTypesOfOneNameInTwoFilesApart() throws Exception {
        String use = "include 'a.thrift'\ninclude 'b.thrift'\nstruct Use { 1: %s.Thing thing }";
        IdlFolder earlier = earlier().with("a.thrift", "struct Thing { 1: i32 x }")
                .with("b.thrift", "struct Thing { 1: i64 x }")
                .with("c.thrift", use.formatted("a"));
        IdlFolder now = now().with("a.thrift", "struct Thing { 1: i32 x }").with("b.thrift", "struct Thing { 1: i64 x }")
                .with("c.thrift", use.formatted("b"));

        assertThat(lines(earlier, now)).isEqualTo("b.thrift:1:16: wire: Thing.x: type i64 (was i32)\n"
                + "c.thrift:3:14: source: Use.thing: type Thing of b.thrift (was that of a.thrift)");
    }

    @Test
    void comparesWhatIsOnlyIncludedAsFarAsItIsUsed() throws Exception {
        IdlFolder shared = new IdlFolder(folder.resolve("shared")).with("lib.thrift",
                "struct Used { 1: i32 x }\nstruct Other {}");
        IdlFolder changed = new IdlFolder(folder.resolve("changed")).with("lib.thrift", "struct Used { 1: bool x }");
        IdlFolder application = now().with("a.thrift", "include 'lib.thrift'\nstruct A { 1: lib.Used used }");

        List<Finding> findings = CompatibilityCheck
                .against(application.options().withIncludeDirectories(List.of(shared.input)))
                .findings(application.options().withIncludeDirectories(List.of(changed.input)));

        assertThat(findings).singleElement().asString().endsWith("lib.thrift:1:15: wire: Used.x: type bool (was i32)");
    }

    @Test
    void refusesAnEarlierVersionThatDoesNotCompile() {
        IdlFolder earlier = earlier().with("user.thrift", "struct User { 1: strin name }");

        assertThatThrownBy(() -> CompatibilityCheck.against(earlier.options())).isInstanceOf(CompilationException.class)
                .hasMessageContaining("user.thrift:1:18: unknown type 'strin'");
    }

    @Test
    void belongsToItsDefinitionAndItsMember() throws Exception {
        IdlFolder earlier = earlier().with("user.thrift", "service Users { void add(1: i32 id) }");
        IdlFolder now = now().with("user.thrift", "service Users { void add(1: i64 id) }");
        Finding finding = CompatibilityCheck.against(earlier.options()).findings(now.options()).get(0);

        assertThat(
                Stream.of("Users", "Users.add", "Users.add.id", "Use", "Users.ad", "Users.add.i", "add").filter(finding::isOf))
                .containsExactly("Users", "Users.add", "Users.add.id");
    }

    private IdlFolder earlier() {
        return new IdlFolder(folder.resolve("earlier"));
    }

    private IdlFolder now() {
        return new IdlFolder(folder.resolve("now"));
    }

    private static String lines(IdlFolder earlier, IdlFolder now) throws Exception {
        return CompatibilityCheck.against(earlier.options()).findings(now.options()).stream().map(Finding::toString)
                .collect(Collectors.joining("\n"));
    }
}
