package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HotSpot never compiles a method of more than 8,000 bytes of byte code: a codec of such methods would crawl for ever. */
class CodeSizeTest {

    private static final int LARGEST_COMPILED = 8_000;
    private static final Pattern METHOD = Pattern.compile("^  (?! )(.*\\)).*;$");
    private static final Pattern INSTRUCTION = Pattern.compile("^ +(\\d+): [a-z].*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "60 | optional map<string, list<map<Color, set<Inner>>>> field#",
            "254 | optional map<string, list<map<Color, set<Inner>>>> field#",
            "254 | required string field#",
            "254 | string field# = 'a default that is different in each field, #'",
            "254 | required Inner field#",
            "127 | optional i64 field#",
            "127 | required i64 field#",
            "254 | required list<string> a_field_with_a_long_name_that_takes_room_in_the_constant_pool_#",
            "254 | required Color field#",
            "254 | list<Color> field# = [Color.RED, Color.RED]" })
    void methodsStaySmallEnoughForTheCompiler(int count, String field) throws Exception {
        Map<String, Integer> sizes = compile("struct Nasty {\n" + repeat(count, field) + "\n}\n"
                + "exception NastyError {\n" + repeat(count, field) + "\n}\n"
                + "service Service { void call(\n" + repeat(count, field.replace("optional", "")) + "\n) }");

        assertThat(sizes).containsKey("Nasty read");
        assertThat(sizes).allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LARGEST_COMPILED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "100  | map<string, list<map<Color, set<Inner>>>> member#",
            "2000 | Color member_with_a_long_name_that_takes_room_in_the_constant_pool_#" })
    void soDoThoseOfUnions(int count, String member) throws Exception {
        Map<String, Integer> sizes = compile("union Nasty {\n" + repeat(count, member) + "\n}");

        // Only errors ask for a member's name.
        sizes.remove("Nasty nameOf");
        assertThat(sizes).containsKeys("Nasty read", "Nasty readMember", "Nasty writeMember");
        assertThat(sizes).allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LARGEST_COMPILED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "253 | optional map<string, list<map<Color, set<Inner>>>> field#",
            "253 | required Color a_field_with_a_long_name_that_takes_room_in_the_constant_pool_#" })
    void soDoThoseThatKeepUnknownFields(int count, String field) throws Exception {
        Map<String, Integer> sizes = compile("struct Nasty {\n" + repeat(count, field) + "\n} (volo.keep_unknown_fields)\n"
                + "exception NastyError {\n" + repeat(count, field) + "\n} (volo.keep_unknown_fields)");

        assertThat(sizes).containsKey("NastyError read");
        assertThat(sizes).allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LARGEST_COMPILED));
    }

    private static String repeat(int count, String field) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i + ": " + field.replace("#", String.valueOf(i)))
                .collect(Collectors.joining("\n"));
    }

    /** The number of bytes of the largest method of each name of each codec. */
    private Map<String, Integer> compile(String idl) throws Exception {
        IdlFolder files = new IdlFolder(folder).with("nasty.thrift",
                "namespace java nasty\nenum Color { RED = 1 }\nstruct Inner { 1: optional i32 a }\n" + idl);
        files.compile();
        Path classes = folder.resolve("classes");
        assertThat(JavaSources.compile(files.sources(), classes)).isEmpty();
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path codec : all.filter(file -> file.toString().endsWith("Codec.class")).toList()) {
                String type = codec.getFileName().toString().replaceAll("\\$?Codec.class", "");
                measure(type, codec, sizes);
            }
        }
        return sizes;
    }

    private static void measure(String type, Path file, Map<String, Integer> sizes) {
        StringWriter text = new StringWriter();
        ToolProvider.findFirst("javap").orElseThrow().run(new PrintWriter(text), new PrintWriter(text), "-c", "-p",
                file.toString());
        String method = "";
        for (String line : text.toString().split("\n")) {
            Matcher begin = METHOD.matcher(line);
            Matcher instruction = INSTRUCTION.matcher(line);
            if (begin.matches()) {
                method = type + " " + begin.group(1).replaceAll("\\(.*", "").replaceAll(".* ", "");
            } else if (instruction.matches() && !method.isEmpty()) {
                sizes.merge(method, Integer.parseInt(instruction.group(1)) + 1, Math::max);
            }
        }
    }
}
