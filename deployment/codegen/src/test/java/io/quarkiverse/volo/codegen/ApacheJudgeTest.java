package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.syntax.Dialect;
import io.vertx.core.json.JsonObject;

/** Apache's compiler judges the {@link Corpus}: it accepts what we accept with strict=apache, and understands the same. */
class ApacheJudgeTest {

    private static final Path DIFFERENCES = Corpus.FOLDER.resolve("differences.txt");

    // What it never comes back from.
    private static final Set<String> ENDLESS = Set.of("rejected/comment-open.thrift", "rejected/typedef-cycle.thrift");

    @TempDir
    Path output;

    @BeforeAll
    static void compilerIsInstalled() throws Exception {
        assumeTrue(version().contains("0.17."), "Apache's compiler 0.17 is not installed (Debian: thrift-compiler)");
    }

    private static String version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("thrift", "--version").redirectErrorStream(true).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return version;
        } catch (IOException notInstalled) {
            return "";
        }
    }

    static List<String> files() {
        return Corpus.files();
    }

    static Stream<String> filesThatBothAccept() throws IOException {
        Map<String, String> differences = differences();
        return Corpus.files().stream().filter(file -> file.startsWith("accepted/") && !differences.containsKey(file));
    }

    /** Reasons by file. */
    private static Map<String, String> differences() throws IOException {
        Map<String, String> differences = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DIFFERENCES)) {
            int colon = line.indexOf(".thrift: ");
            if (colon > 0) {
                differences.put(line.substring(0, colon) + ".thrift", line.substring(colon + ".thrift: ".length()));
            }
        }
        return differences;
    }

    @ParameterizedTest
    @MethodSource("files")
    void acceptsAndRejectsTheSame(String file) throws Exception {
        boolean same = isAcceptedByApache(file) == Corpus.isAccepted(file, Dialect.APACHE);
        assertThat(same).as(differences().getOrDefault(file, "no difference is known"))
                .isNotEqualTo(differences().containsKey(file));
    }

    @ParameterizedTest
    @MethodSource("filesThatBothAccept")
    void understandsTheSame(String file) throws Exception {
        assertThat(isAcceptedByApache(file)).isTrue();
        Diagnostics diagnostics = new Diagnostics();
        Program program = Corpus.resolve(file, Dialect.APACHE, diagnostics);
        String name = file.substring(file.indexOf('/') + 1).replace(".thrift", ".json");
        JsonObject theirs = new JsonObject(Files.readString(output.resolve("gen-json").resolve(name)));
        JsonObject ours = new ApacheTree(program).dump();
        assertThat(ApacheTree.sorted(ours)).isEqualTo(ApacheTree.sorted(theirs));
    }

    @Test
    void everyDifferenceNamesAFile() throws Exception {
        assertThat(Corpus.files()).containsAll(differences().keySet());
        assertThat(differences().values()).allMatch(reason -> !reason.isBlank());
    }

    private boolean isAcceptedByApache(String file) throws Exception {
        if (ENDLESS.contains(file)) {
            return false;
        }
        Process process = new ProcessBuilder("thrift", "-I", Corpus.INCLUDE.toString(), "-o", output.toString(), "--gen",
                "json",
                Corpus.FOLDER.resolve(file).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.resolve("log").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("whether %s was read within a minute", file).isTrue();
            return process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
