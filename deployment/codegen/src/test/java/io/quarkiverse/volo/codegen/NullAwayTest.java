package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NullAway takes the word of generated code about what may be null: none of it is wrong, and it finds who forgets to ask. */
class NullAwayTest {

    private static final List<String> OPENED = List.of("api", "file", "main", "model", "parser", "processing", "tree", "util",
            "code", "comp");

    @TempDir
    Path folder;

    private Map<String, String> generated;

    @BeforeEach
    void generate() throws Exception {
        IdlFolder idl = new IdlFolder(folder);
        for (String golden : List.of("types", "services", "shapes", "unions", "unknown")) {
            idl.withAllOf(GoldenTest.CASES.resolve(golden));
        }
        idl.compile();
        generated = idl.sources();
    }

    @Test
    void generatedCodeKeepsWhatItSaysAboutNull() throws Exception {
        assertThat(generated).hasSizeGreaterThan(20);
        assertThat(complaints(generated)).isEmpty();
    }

    @Test
    void usesThatAskFirstAreFine() throws Exception {
        assertThat(complaints(with("int length(Everything value) { Inner inner = value.inner(); "
                + "return inner == null ? 0 : inner.name().length() + value.text().length(); }"))).isEmpty();
    }

    @Test
    void usesThatForgetToAskAreFound() throws Exception {
        String complaints = complaints(with("String name(Everything value) { return value.inner().name(); }"
                + "Everything set(Everything value) { return value.toBuilder().text(null).build(); }"
                + "int number(Proxied value) { return value.number(); }"));

        assertThat(complaints).contains("[NullAway] dereferenced expression 'value.inner()' is @Nullable",
                "[NullAway] passing @Nullable parameter 'null' where @NonNull is required",
                "[NullAway] unboxing of a @Nullable expression 'value.number()'", "3 errors");
    }

    private Map<String, String> with(String method) {
        Map<String, String> sources = new TreeMap<>(generated);
        sources.put("Uses.java", "import org.acme.types.*;\nimport org.acme.shapes.Proxied;\n"
                + "@org.jspecify.annotations.NullMarked class Uses { " + method + " }");
        return sources;
    }

    /** What javac says with NullAway in it, which needs a process of its own: the plugin looks into the compiler. */
    private String complaints(Map<String, String> sources) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "compiled");
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-proc:none", "-d", work.resolve("classes").toString(),
                        "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-XDaddTypeAnnotationsToSymbol=true",
                        "-classpath", JavaSources.classPath(), "-processorpath", JavaSources.classPath(),
                        "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve("java").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        Path argumentFile = Files.write(work.resolve("arguments"),
                arguments.stream().map(argument -> '"' + argument.replace("\\", "\\\\") + '"').toList());
        Path javac = Path.of(System.getProperty("java.home"), "bin", "javac");
        List<String> command = Stream.of(Stream.of(javac.toString()), OPENED.stream()
                .map(name -> "-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"),
                Stream.of("@" + argumentFile)).flatMap(part -> part).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String complaints = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : complaints;
    }
}
