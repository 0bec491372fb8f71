package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final Pattern TYPE = Pattern.compile("^\\S.*\\b(?:class|interface) nasty\\.([\\w$]+).*\\{$");
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
            "254 | list<Color> field# = [Color.RED, Color.RED]",
            "1000 | required string field#",
            "1000 | required i64 field#",
            "1000 | optional i64 field#",
            "1000 | double field# = 1.5 (volo.presence = 'explicit')",
            "1000 | uuid field#",
            "1000 | string field# (volo.sensitive)",
            "1000 | optional map<string, list<map<Color, set<Inner>>>> field#",
            "2000 | list<i32> field# (volo.java_type = 'int[]')" })
    void methodsStaySmallEnoughForTheCompiler(int count, String field) throws Exception {
        Map<String, Integer> sizes = compile("struct Nasty {\n" + repeat(count, field) + "\n}\n"
                + "exception NastyError {\n" + repeat(count, field) + "\n}\n"
                + (count > 254 ? ""
                        : "service Service { void call(\n" + repeat(count, field.replace("optional", "")) + "\n) }"));

        assertThat(sizes).containsKeys("Nasty$Codec read", "Nasty$Builder build", "NastyError$Builder build");
        assertThat(sizes).allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LARGEST_COMPILED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "100  | map<string, list<map<Color, set<Inner>>>> member#",
            "2000 | Color member_with_a_long_name_that_takes_room_in_the_constant_pool_#" })
    void soDoThoseOfUnions(int count, String member) throws Exception {
        Map<String, Integer> sizes = compile("union Nasty {\n" + repeat(count, member) + "\n}");

        // Only errors ask for a member's name.
        sizes.remove("Nasty$Codec nameOf");
        assertThat(sizes).containsKeys("Nasty$Codec read", "Nasty$Codec readMember", "Nasty$Codec writeMember");
        assertThat(sizes).allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LARGEST_COMPILED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "253 | optional map<string, list<map<Color, set<Inner>>>> field#",
            "253 | required Color a_field_with_a_long_name_that_takes_room_in_the_constant_pool_#",
            "1000 | optional map<string, list<map<Color, set<Inner>>>> field#",
            "1000 | required Color field# (volo.sensitive)" })
    void soDoThoseThatKeepUnknownFields(int count, String field) throws Exception {
        Map<String, Integer> sizes = compile("struct Nasty {\n" + repeat(count, field) + "\n} (volo.keep_unknown_fields)\n"
                + "exception NastyError {\n" + repeat(count, field) + "\n} (volo.keep_unknown_fields)");

        assertThat(sizes).containsKeys("Nasty$Codec read", "NastyError$Codec read");
        assertThat(sizes).allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LARGEST_COMPILED));
    }

    private static String repeat(int count, String field) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i + ": " + field.replace("#", String.valueOf(i)))
                .collect(Collectors.joining("\n"));
    }

    /** The number of bytes of the largest method of each name of each class. */
    private Map<String, Integer> compile(String idl) throws Exception {
        IdlFolder files = new IdlFolder(folder).with("nasty.thrift",
                "namespace java nasty\nenum Color { RED = 1 }\nstruct Inner { 1: optional i32 a }\n" + idl);
        files.compile();
        Path classes = folder.resolve("classes");
        assertThat(JavaSources.compile(files.sources(), classes)).isEmpty();
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(classes)) {
            measure(all.map(Path::toString).filter(file -> file.endsWith(".class")).toList(), sizes);
        }
        return sizes;
    }

    private static void measure(List<String> files, Map<String, Integer> sizes) {
        StringWriter text = new StringWriter();
        String[] arguments = Stream.concat(Stream.of("-c", "-p"), files.stream()).toArray(String[]::new);
        ToolProvider.findFirst("javap").orElseThrow().run(new PrintWriter(text), new PrintWriter(text), arguments);
        String type = "";
        String method = "";
        for (String line : text.toString().split("\n")) {
            Matcher inType = TYPE.matcher(line);
            Matcher begin = METHOD.matcher(line);
            Matcher instruction = INSTRUCTION.matcher(line);
            if (inType.matches()) {
                type = inType.group(1);
            } else if (begin.matches()) {
                String name = begin.group(1).replaceAll("\\(.*", "").replaceAll(".* ", "");
                method = name.equals("$values") ? "" : type + " " + name; // An enum's runs once.
            } else if (line.equals("  static {};")) {
                method = ""; // Runs once.
            } else if (instruction.matches() && !method.isEmpty()) {
                sizes.merge(method, Integer.parseInt(instruction.group(1)) + 1, Math::max);
            }
        }
    }
}
