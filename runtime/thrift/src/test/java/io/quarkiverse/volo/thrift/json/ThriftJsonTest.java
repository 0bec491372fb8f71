package io.quarkiverse.volo.thrift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.thrift.dynamic.DynamicCodec;
import io.quarkiverse.volo.thrift.dynamic.DynamicStruct;
import io.quarkiverse.volo.thrift.dynamic.InvalidValueException;
import io.quarkiverse.volo.thrift.dynamic.Shop;
import io.quarkiverse.volo.thrift.value.Binary;

class ThriftJsonTest {

    private static final ThriftJson<Map<String, Object>> ORDERS = ThriftJson.of(new DynamicCodec(Shop.order()));
    private static final String REST = "\"limit\":10,\"color\":\"BLUE\",\"preset\":{\"id\":1,\"name\":\"\"}";

    static Stream<Arguments> mapping() {
        return Stream.of(
                Arguments.of("real", 1.5, "1.5"),
                Arguments.of("real", Double.NaN, "\"NaN\""),
                Arguments.of("real", Double.NEGATIVE_INFINITY, "\"-Infinity\""),
                Arguments.of("flag", true, "true"),
                Arguments.of("tiny", -1, "-1"),
                Arguments.of("bytes", Binary.ofUtf8("hi"), "\"aGk=\""),
                Arguments.of("key", new UUID(1, 2), "\"00000000-0000-0001-0000-000000000002\""),
                Arguments.of("secret", "a\"\\\n\u0001é\u2028", "\"a\\\"\\\\\\n\\u0001é\u2028\""),
                Arguments.of("sizes", List.of(3, 1), "[3,1]"),
                Arguments.of("colors", Map.of(5, "RED"), "{\"5\":\"RED\"}"),
                Arguments.of("colors", Map.of(5, 77), "{\"5\":77}"),
                Arguments.of("labels", Map.of(Map.of("id", 3), "x"), "[[{\"id\":3,\"name\":\"\"},\"x\"]]"),
                Arguments.of("labels", Map.of(), "[]"),
                Arguments.of("odds", Map.of(true, Double.NaN), "{\"true\":\"NaN\"}"),
                Arguments.of("blobs", Map.of(Binary.ofUtf8("hi"), "x"), "{\"aGk=\":\"x\"}"),
                Arguments.of("grid", List.of(List.of(1), List.of()), "[[1],[]]"),
                Arguments.of("either", Map.of("right", "x"), "{\"right\":\"x\"}"));
    }

    /** The fields of an order that are always written stand around the one that is looked at. */
    private static String order(String field, String content) {
        String before = "{\"id\":9223372036854775807,\"items\":[],\"counts\":{},";
        String one = "\"" + field + "\":" + content;
        boolean last = Set.of("either", "odds", "blobs", "grid").contains(field);
        return before + (last ? REST + "," + one : one + "," + REST) + "}";
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mapping")
    void everyTypeHasItsJson(String field, Object value, String json) {
        DynamicStruct order = DynamicStruct.of(Shop.order(), Map.of("id", Long.MAX_VALUE, field, value));

        assertThat(ORDERS.write(order)).isEqualTo(order(field, json));
        assertThat(ORDERS.read(order(field, json))).isEqualTo(order);
    }

    @Test
    void readsWhatOthersWrite() {
        assertThat(ORDERS.read("""
                {"id": "9007199254740993", "flag": 1, "color": 1, "limit": 3.0, "labels": {}, "sizes": null,
                 "counts": [["a", 1], ["b", "2"]]}
                """)).containsEntry("id", 9007199254740993L).containsEntry("flag", true).containsEntry("color", "RED")
                .containsEntry("limit", 3).containsEntry("labels", Map.of()).doesNotContainKey("sizes")
                .containsEntry("counts", Map.of("a", 1, "b", 2));
    }

    @ParameterizedTest
    @CsvSource({ "9007199254740993", "9007199254740993.0", "9223372036854775807", "-9223372036854775808",
            "9.223372036854775807e18" })
    void noDigitOfAnI64IsLost(String number) {
        long expected = new BigDecimal(number).longValueExact();
        assertThat(ORDERS.read("{\"id\": " + number + "}")).containsEntry("id", expected);
        assertThat(ORDERS.write(Map.of("id", expected))).startsWith("{\"id\":" + expected + ",");
    }

    @Test
    void secretsAreHiddenAndLinesBrokenWhenAskedFor() {
        DynamicStruct order = DynamicStruct.of(Shop.order(),
                Map.of("id", 1, "secret", "abc", "parent", Map.of("id", 2, "secret", "def")));

        assertThat(ORDERS.redacted().write(order)).contains("\"secret\":\"***\"").doesNotContain("abc", "def");
        assertThat(ORDERS.write(order)).contains("abc", "def");
        assertThat(ORDERS.indented().write(DynamicStruct.of(Shop.order(), Map.of("id", 1, "sizes", List.of(1, 2)))))
                .startsWith("{\n  \"id\" : 1,\n  \"items\" : [ ],\n");
        assertThat(ORDERS.read(ORDERS.indented().write(order))).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "{\"id\": 1, \"items\": [{\"id\": \"abc\"}]} | $.items[0].id: \"abc\" (expected: i64)",
            "{\"id\": 9223372036854775808} | $.id: 9223372036854775808 (expected: i64)",
            "{\"id\": 1e30} | $.id: 1E+30 (expected: i64)",
            "{\"id\": 1, \"either\": {}} | $.either: 0 members (expected: one, as union Either has: left, right)",
            "{\"id\": 1, \"either\": {\"left\": 1, \"right\": \"\"}} | $.either: 2 members (expected: one, as union Either has: left, right)",
            "{\"id\": 1, \"bytes\": \"a*\"} | $.bytes: \"a*\" (expected: binary, as Base64: Illegal base64 character 2a)",
            "{\"id\": 1e999} | $.id: \"1e999\" (expected: i64)",
            "{\"id\": 1, \"real\": 1e999} | $.real: \"1e999\" (expected: double, which ends at 1.7976931348623157E308)",
            "[1] | $: a list (expected: an object, struct Order)",
            "null | $: null (expected: an object, struct Order)" })
    void saysWhereAValueDoesNotFit(String json, String message) {
        assertThatThrownBy(() -> ORDERS.read(json)).isInstanceOf(InvalidValueException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "{\"id\": 1,;  \"limit\": } | 1 | 11",
            "{\"id\": 1;} | 1 | 9",
            "{\"id\": 1} 2 | 1 | 11",
            "{\"id\": 1, \"id\": 2} | 1 | 16",
            "{\"id\": 01} | 1 | 9",
            "{'id': 1} | 1 | 3",
            "`` | 1 | 1",
            "{\"id\": | 1 | 8" })
    void saysLineAndColumnOfWhatIsNoJson(String json, int line, int column) {
        assertThatThrownBy(() -> ORDERS.read("\n" + json)).isInstanceOfSatisfying(JsonSyntaxException.class, failure -> {
            assertThat(failure.line()).isEqualTo(line + 1);
            assertThat(failure.column()).isCloseTo(column, org.assertj.core.data.Offset.offset(1));
            assertThat(failure).hasMessageStartingWith("line " + failure.line() + ", column " + failure.column() + ": ");
        });
    }

    @Test
    void depthLengthAndTheNumberOfContainersAreBounded() {
        String many = "[" + "[],".repeat(999_999) + "[]]";
        assertThatThrownBy(() -> ORDERS.read(many)).isInstanceOf(JsonSyntaxException.class)
                .hasMessageEndingWith("more than 1000000 objects and arrays (expected: at most that)");
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> ORDERS.read(deep)).isInstanceOf(JsonSyntaxException.class).hasMessageContaining("depth");
        String nested = "{\"id\":1,\"parent\":".repeat(70) + "{\"id\":1}" + "}".repeat(70);
        assertThatThrownBy(() -> ORDERS.read(nested)).isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("nesting depth: more than 64");
        assertThatThrownBy(() -> ORDERS.withMaxLength(10).read("{\"id\": 123456}")).isInstanceOf(JsonSyntaxException.class)
                .hasMessage("line 1, column 1: 14 characters (expected: at most 10)");
        assertThatThrownBy(() -> ORDERS.withMaxLength(0)).hasMessage("max length: 0 (expected: at least 1)");
    }
}
