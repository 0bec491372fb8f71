package io.quarkiverse.volo.thrift.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.volo.thrift.value.Binary;

class DynamicStructTest {

    private static final UUID KEY = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private static DynamicStruct order(String field, Object value) {
        return DynamicStruct.of(Shop.order(), Map.of("id", 1, field, value));
    }

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of("id", 5, 5L),
                Arguments.of("id", "5", 5L),
                Arguments.of("id", 5.0, 5L),
                Arguments.of("id", new BigDecimal("5.00"), 5L),
                Arguments.of("id", BigInteger.valueOf(Long.MIN_VALUE), Long.MIN_VALUE),
                Arguments.of("id", "9223372036854775807", Long.MAX_VALUE),
                Arguments.of("tiny", 127L, (byte) 127),
                Arguments.of("limit", (short) 3, 3),
                Arguments.of("real", 1, 1.0),
                Arguments.of("real", "1.5", 1.5),
                Arguments.of("real", "NaN", Double.NaN),
                Arguments.of("real", "-Infinity", Double.NEGATIVE_INFINITY),
                Arguments.of("real", 1.5f, 1.5),
                Arguments.of("flag", true, true),
                Arguments.of("flag", 0, false),
                Arguments.of("flag", "true", true),
                Arguments.of("bytes", "aGk=", Binary.ofUtf8("hi")),
                Arguments.of("bytes", new byte[] { 1 }, Binary.copyOf(new byte[] { 1 })),
                Arguments.of("bytes", ByteBuffer.wrap(new byte[] { 1, 2 }), Binary.copyOf(new byte[] { 1, 2 })),
                Arguments.of("key", KEY.toString(), KEY),
                Arguments.of("color", "RED", "RED"),
                Arguments.of("color", 2, "BLUE"),
                Arguments.of("color", "2", "BLUE"),
                Arguments.of("color", 77, 77),
                Arguments.of("colors", Map.of("1", "RED", 2, 1), Map.of(1, "RED", 2, "RED")),
                Arguments.of("sizes", List.of(1, 2, 1), Set.of((short) 1, (short) 2)),
                Arguments.of("counts", List.of(List.of("a", 1), List.of("b", 2)), Map.of("a", 1, "b", 2)),
                Arguments.of("items", List.of(Map.of("id", 3)), List.of(Map.of("id", 3L, "name", ""))),
                Arguments.of("labels", List.of(List.of(Map.of("id", 3), "x")), Map.of(Map.of("id", 3L, "name", ""), "x")),
                Arguments.of("odds", Map.of("true", "1.5"), Map.of(true, 1.5)),
                Arguments.of("blobs", Map.of("aGk=", "x"), Map.of(Binary.ofUtf8("hi"), "x")),
                Arguments.of("grid", List.of(List.of(1, 2), List.of()), List.of(List.of(1, 2), List.of())),
                Arguments.of("either", Map.of("left", 4), Map.of("left", 4)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("fitting")
    void takesWhatCanBeMeantOnlyInOneWay(String field, Object given, Object expected) {
        Map<String, Object> values = new HashMap<>(Map.of("id", 1));
        values.put(field, given);
        assertThat(DynamicStruct.of(Shop.order(), values).get(field)).isEqualTo(expected);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("limit", "abc", "$.limit: \"abc\" (expected: i32)"),
                Arguments.of("limit", 1.5, "$.limit: 1.5 (expected: i32)"),
                Arguments.of("limit", 1L << 31, "$.limit: 2147483648 (expected: i32, -2147483648 to 2147483647)"),
                Arguments.of("limit", new BigDecimal("1E+1000000000"), "$.limit: 1E+1000000000 (expected: i32)"),
                Arguments.of("limit", true, "$.limit: true (expected: i32)"),
                Arguments.of("tiny", 128, "$.tiny: 128 (expected: byte, -128 to 127)"),
                Arguments.of("real", "1e999", "$.real: \"1e999\" (expected: double, which ends at 1.7976931348623157E308)"),
                Arguments.of("real", "0x1p3", "$.real: \"0x1p3\" (expected: double)"),
                Arguments.of("flag", "yes", "$.flag: \"yes\" (expected: bool)"),
                Arguments.of("note", 1, "$: field of Order: 'note' (expected: one of id, items, counts, colors, labels, sizes, "
                        + "bytes, key, real, flag, tiny, secret, parent, limit, color, preset, either, last, odds, blobs, grid, bare)"),
                Arguments.of("bytes", "a", "$.bytes: \"a\" (expected: binary, as Base64: Input byte[] should at least have 2 "
                        + "bytes for base64 bytes)"),
                Arguments.of("key", "1-1-1-1-1", "$.key: \"1-1-1-1-1\" (expected: uuid, of 36 characters)"),
                Arguments.of("color", "RDE", "$.color: enum Color: 'RDE' (expected: one of RED, BLUE; did you mean 'RED'?)"),
                Arguments.of("items", List.of(Map.of("id", 1), Map.of("id", "x")),
                        "$.items[1].id: \"x\" (expected: i64)"),
                Arguments.of("items", List.of(Map.of("nmae", 1)),
                        "$.items[0]: field of Item: 'nmae' (expected: one of id, name, note; did you mean 'name'?)"),
                Arguments.of("items", List.of(Map.of()), "$.items[0].id: nothing (expected: i64, as it is required)"),
                Arguments.of("items", List.of(5), "$.items[0]: 5 (expected: struct Item)"),
                Arguments.of("items", Arrays.asList(1, null), "$.items[0]: 1 (expected: struct Item)"),
                Arguments.of("sizes", Arrays.asList(1, null), "$.sizes[1]: null (expected: i16)"),
                Arguments.of("items", 5, "$.items: 5 (expected: list<Item>)"),
                Arguments.of("counts", Map.of("a", "b"), "$.counts[\"a\"]: \"b\" (expected: i32)"),
                Arguments.of("counts", List.of("a"),
                        "$.counts[0]: \"a\" (expected: a list of two, a key and its value)"),
                Arguments.of("colors", Map.of("x", "RED"), "$.colors[\"x\"]: \"x\" (expected: i32)"),
                Arguments.of("either", Map.of("left", 1, "right", "x"),
                        "$.either: 2 members (expected: one, as union Either has: left, right)"),
                Arguments.of("either", Map.of(), "$.either: 0 members (expected: one, as union Either has: left, right)"),
                Arguments.of("secret", 12345, "$.secret: *** (expected: string)"),
                Arguments.of("parent", Map.of("id", 2, "items", List.of(Map.of("id", List.of()))),
                        "$.parent.items[0].id: a list of 0 (expected: i64)"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrong")
    void saysWhereAValueDoesNotFit(String field, Object given, String message) {
        assertThatThrownBy(() -> order(field, given)).isInstanceOf(InvalidValueException.class).hasMessage(message);
    }

    @Test
    void absentFieldsAreAsGeneratedCodeSendsThem() {
        Map<String, Object> order = DynamicStruct.of(Shop.order(), Map.of("id", 1));

        assertThat(order.keySet()).containsExactly("id", "items", "counts", "limit", "color", "preset");
        assertThat(order.get("items")).isEqualTo(List.of());
        assertThat(order.get("bare")).as("of explicit presence").isNull();
        assertThat(order.get("limit")).isEqualTo(10);
        assertThat(order.get("preset")).isEqualTo(Map.of("id", 1L, "name", ""));
        assertThat(order).isEqualTo(Map.of("id", 1L, "items", List.of(), "counts", Map.of(), "limit", 10, "color", "BLUE",
                "preset", Map.of("id", 1L, "name", "")));
    }

    @Test
    void nullIsAbsent() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", 1);
        values.put("limit", null);
        assertThat(DynamicStruct.of(Shop.order(), values).get("limit")).isEqualTo(10);
    }

    @Test
    void argumentsThatAreStructsAreRequired() {
        assertThatThrownBy(() -> DynamicStruct.of(Shop.method("get").arguments(), Map.of("id", 1)))
                .hasMessage("$.item: nothing (expected: Item, as it is required)");
        assertThatThrownBy(() -> DynamicStruct.of(Shop.method("get").arguments(), Map.of("idd", 1)))
                .hasMessage("$: argument of Store.get: 'idd' (expected: one of id, item; did you mean 'id'?)");
    }

    @Test
    void aValueThatContainsItselfIsRefused() {
        Map<String, Object> order = new HashMap<>(Map.of("id", 1));
        order.put("parent", order);
        assertThatThrownBy(() -> DynamicStruct.of(Shop.order(), order)).isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith("nesting depth: more than 64 (expected: at most that; does the value contain itself?)");
    }

    @Test
    void isNotChangedAndShowsNoSecrets() {
        DynamicStruct order = order("secret", "abc");

        assertThat(order.toString()).contains("secret=***").startsWith("Order[id=1, ");
        assertThatThrownBy(() -> order.put("id", 2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(DynamicStruct.of(Shop.order(), order)).isSameAs(order);
        assertThat(order.get("nothing")).isNull();
        assertThat(order.containsKey("parent")).isFalse();
    }
}
