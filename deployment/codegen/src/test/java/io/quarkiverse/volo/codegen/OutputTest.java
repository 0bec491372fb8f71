package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    Path folder;

    private IdlFolder idl;

    @BeforeEach
    void twoFiles() {
        idl = new IdlFolder(folder).with("a.thrift", "namespace java org.a\nstruct A {}\nstruct Another {}")
                .with("deep/b.thrift", "namespace java org.b\ninclude '../a.thrift'\nstruct B { 1: a.A a }");
    }

    @Test
    void touchesNothingThatHasNotChanged() throws Exception {
        assertThat(idl.compile().written()).hasSize(5);
        Path source = idl.output.resolve("org/a/A.java");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(source, old);
        CompilerResult again = idl.compile();
        assertThat(again.isChanged()).isFalse();
        assertThat(again.unchanged()).hasSize(5).contains(source);
        assertThat(Files.getLastModifiedTime(source)).isEqualTo(old);
    }

    @Test
    void generatesNothingWhileNothingItDependsOnChanges() throws Exception {
        idl.compile();
        Path source = idl.output.resolve("org/a/A.java");
        String generated = Files.readString(source);
        // Had it been generated again, this would have come to light.
        Files.writeString(source, "trap");
        touched(source, -1);

        assertThat(idl.compile().unchanged()).contains(source);
        assertThat(source).hasContent("trap");

        touched(source, 1);
        assertThat(idl.compile().written()).as("somebody has written to it").containsExactly(source);
        assertThat(source).hasContent(generated);
    }

    @Test
    void generatesWhatWasDeleted() throws Exception {
        idl.compile();
        Path source = idl.output.resolve("org/a/A.java");
        Files.delete(source);

        assertThat(idl.compile().written()).containsExactly(source);
    }

    @Test
    void generatesAgainForOtherOptions() throws Exception {
        idl.compile();
        Path source = idl.output.resolve("org/b/B.java");

        assertThat(ThriftCompiler.compile(idl.options().withKeepUnknownFields(List.of("deep/*"))).written())
                .containsExactly(source);
        assertThat(idl.compile().written()).containsExactly(source);
    }

    @Test
    void generatesAgainWhenANameLeadsToAnotherFile() throws Exception {
        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("lib.thrift"), "namespace java org.lib\nstruct Lib {}");
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("lib.thrift"), "namespace java org.more\nstruct Lib {}");
        idl.with("uses.thrift", "include 'lib.thrift'\nstruct Uses { 1: lib.Lib lib }");
        ThriftCompiler.compile(idl.options().withIncludeDirectories(List.of(others, more)));

        assertThat(ThriftCompiler.compile(idl.options().withIncludeDirectories(List.of(more, others))).written())
                .contains(idl.output.resolve("uses/Uses.java"));
    }

    @Test
    void generatesAgainForAChangeInAFileThatIsOnlyIncluded() throws Exception {
        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("lib.thrift"), "namespace java org.lib\nstruct Lib {}");
        idl.with("uses.thrift", "include 'lib.thrift'\nstruct Uses { 1: lib.Lib lib }");
        CompilerOptions options = idl.options().withIncludeDirectories(List.of(others));
        ThriftCompiler.compile(options);

        Files.writeString(others.resolve("lib.thrift"), "namespace java org.other\nstruct Lib {}");
        assertThat(ThriftCompiler.compile(options).written()).contains(idl.output.resolve("uses/Uses.java"));
    }

    /** As if a file had been written before or after all was generated; clocks of file systems are slow. */
    private void touched(Path file, int seconds) throws Exception {
        FileTime generated = Files.getLastModifiedTime(idl.output.resolve(OutputDirectory.MANIFEST));
        Files.setLastModifiedTime(file, FileTime.from(generated.toInstant().plusSeconds(seconds)));
    }

    @Test
    void rewritesOnlyWhatComesOutDifferent() throws Exception {
        idl.compile();
        CompilerResult result = idl.with("a.thrift", "namespace java org.a\nstruct A { 1: i32 x }\nstruct Another {}")
                .compile();
        assertThat(result.written()).containsExactly(idl.output.resolve("org/a/A.java"), idl.output.resolve("org/a/AIdl.java"));
    }

    @Test
    void removesSourcesWhoseIdlIsGoneAndFoldersLeftEmpty() throws Exception {
        idl.compile();
        Files.delete(idl.input.resolve("deep/b.thrift"));
        CompilerResult result = idl.with("a.thrift", "namespace java org.a\nstruct Renamed {}").compile();
        assertThat(result.removed()).hasSize(4);
        assertThat(idl.sources().keySet()).containsExactly("org/a/AIdl.java", "org/a/Renamed.java");
        assertThat(idl.output.resolve("org/b")).doesNotExist();
    }

    @Test
    void neverRemovesWhatItDidNotGenerate() throws Exception {
        idl.compile();
        Path mine = idl.output.resolve("org/b/Mine.java");
        Files.writeString(mine, "mine");
        Path outside = Files.writeString(folder.resolve("Outside.java"), "outside");
        Files.writeString(idl.output.resolve(OutputDirectory.MANIFEST), "../Outside.java\n" + outside + "\norg/b/B.java\n");
        Files.delete(idl.input.resolve("deep/b.thrift"));
        idl.compile();
        assertThat(mine).hasContent("mine");
        assertThat(outside).hasContent("outside");
        assertThat(idl.output.resolve("org/b/B.java")).doesNotExist();
    }

    @Test
    void leavesEverythingAsItIsWhenThereAreErrors() throws Exception {
        idl.compile();
        var before = idl.sources();
        Files.delete(idl.input.resolve("a.thrift"));
        assertThatThrownBy(idl::compile).isInstanceOf(CompilationException.class)
                .hasMessageStartingWith("1 error in Thrift IDL:\ndeep/b.thrift:2:9: include \"../a.thrift\" not found");
        assertThat(idl.sources()).isEqualTo(before);
    }

    @Test
    void givesTheSameBytesWhereverAndWheneverItRuns() throws Exception {
        idl.compile();
        IdlFolder other = new IdlFolder(folder.resolve("elsewhere")).with("deep/b.thrift",
                IdlFolder.read(idl.input.resolve("deep/b.thrift")))
                .with("a.thrift", IdlFolder.read(idl.input.resolve("a.thrift")));
        other.compile();
        assertThat(other.sources()).isEqualTo(idl.sources());
        assertThat(other.output.resolve(OutputDirectory.MANIFEST))
                .hasSameTextualContentAs(idl.output.resolve(OutputDirectory.MANIFEST));
    }

    @Test
    void generatesNothingForIncludedFilesOfOthers() throws Exception {
        Path others = folder.resolve("others");
        Files.createDirectories(others);
        Files.writeString(others.resolve("lib.thrift"), "namespace java org.lib\nstruct Lib {}");
        idl.with("uses.thrift", "include 'lib.thrift'\nstruct Uses { 1: lib.Lib lib }");
        ThriftCompiler.compile(idl.options().withIncludeDirectories(List.of(others)));
        assertThat(idl.sources()).containsKey("uses/Uses.java").doesNotContainKey("org/lib/Lib.java");
        assertThat(idl.sources().get("uses/Uses.java")).contains("import org.lib.Lib;");
    }

    @Test
    void writesNothingAtAllWithoutIdl() throws Exception {
        IdlFolder empty = new IdlFolder(folder.resolve("empty"));
        assertThat(empty.compile().isChanged()).isFalse();
        assertThat(empty.output).doesNotExist();
    }
}
