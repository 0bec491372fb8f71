package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** Structs and exceptions of more fields than a constructor can take. */
class LargeTypeTest {

    private static final int FIELDS = 300;

    @TempDir
    Path folder;

    @Test
    void isLikeARecordButMadeByItsBuilderOnly() throws Exception {
        Class<?> large = compile("struct", "");
        Object built = build(large, "number7", int.class, 7);
        Object same = build(large, "number7", int.class, 7);

        assertThat(Modifier.isFinal(large.getModifiers())).isTrue();
        assertThat(large.getConstructors()).isEmpty();
        assertThat(built).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(build(large, "number7", int.class, 8))
                .isNotEqualTo(build(large, "text295", String.class, "x")).isNotEqualTo(null);
        assertThat(built.toString()).startsWith("Large[").contains("number7=7, ", ", text295=, ").endsWith("]");
        assertThat(call(built, "number7")).isEqualTo(7);
        assertThat(call(call(built, "toBuilder"), "build")).isEqualTo(built);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        Class<?> large = compile("struct", "");
        Object value = build(large, "list299", List.class, List.of("a"));

        assertThat(again(large, value)).isEqualTo(value).isNotEqualTo(build(large, "number7", int.class, 7));
        assertThatThrownBy(() -> codec(large).read(new CompactReader().reset(Unpooled.buffer().writeByte(0))))
                .hasMessage("Large: required field 'needed' is missing");
        assertThatThrownBy(() -> call(large.getMethod("builder").invoke(null), "build")).rootCause()
                .hasMessage("Large.needed: required and not set");
    }

    @Test
    void keepsWhatFieldsSayOfTheirPresenceAndTheirSecrets() throws Exception {
        Class<?> large = compile("struct",
                "998: i32 told = 5 (volo.presence = 'explicit')\n997: string secret (volo.sensitive)\n");
        Object built = build(large, "secret", String.class, "hush");

        assertThat(call(built, "told")).isEqualTo(5);
        assertThat(built.toString()).contains("told=5, secret=***").doesNotContain("hush");
        Object without = build(large, "told", Integer.class, null);
        assertThat(call(again(large, without), "told")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "struct", "exception" })
    void writesAgainWhatItDoesNotKnowIfItKeepsThat(String kind) throws Exception {
        Class<?> large = compile(kind, "", " (volo.keep_unknown_fields)");
        ByteBuf newer = Unpooled.buffer();
        write(large, build(large, "list299", List.class, List.of("a")), newer);
        newer.setByte(newer.writerIndex() - 1, 0x08).writeShort(2_000).writeInt(7).writeByte(0);
        ByteBuf written = newer.copy();

        Object read = codec(large).read(new BinaryReader().reset(newer));
        assertThat(call(read, "unknownFields")).hasToString("UnknownFields[2000]");
        assertThat(write(large, read, Unpooled.buffer())).isEqualTo(written);
        Object rebuilt = call(call(read, "toBuilder"), "build");
        assertThat(write(large, rebuilt, Unpooled.buffer())).isEqualTo(written);
    }

    @Test
    void knowsWhatItKeepsButDoesNotShowIt() throws Exception {
        Class<?> large = compile("struct", "", " (volo.keep_unknown_fields)");
        ByteBuf newer = Unpooled.buffer();
        Object without = build(large, "number7", int.class, 7);
        write(large, without, newer);
        newer.setByte(newer.writerIndex() - 1, 0x08).writeShort(2_000).writeInt(7).writeByte(0);
        Object with = codec(large).read(new BinaryReader().reset(newer.copy()));

        assertThat(with).isNotEqualTo(without).hasToString(without.toString())
                .isEqualTo(codec(large).read(new BinaryReader().reset(newer.copy())));
        assertThat(with.hashCode()).isNotEqualTo(without.hashCode());
        Object builder = call(with, "toBuilder");
        builder.getClass().getMethod("unknownFields", UnknownFields.class).invoke(builder, UnknownFields.NONE);
        assertThat(call(builder, "build")).isEqualTo(without);
    }

    @Test
    void keepsNumbersOfAnEnumUntilTheyAreReplaced() throws Exception {
        Class<?> large = compile("struct", "998: list<Color> colors\n", " (volo.keep_unknown_fields)");
        ByteBuf newer = Unpooled.buffer();
        write(large, build(large, "number7", int.class, 7), newer);
        // Pink, which a later version knows, in place of no color.
        int list = ByteBufUtil.indexOf(Unpooled.buffer().writeByte(0x0F).writeShort(998), newer);
        ByteBuf later = Unpooled.buffer().writeBytes(newer, list).writeByte(0x0F).writeShort(998).writeByte(8).writeInt(1)
                .writeInt(77);
        later.writeBytes(newer.skipBytes(8));
        ByteBuf written = later.copy();

        Object read = codec(large).read(new BinaryReader().reset(later));
        assertThat(call(read, "colors")).hasToString("[UNRECOGNIZED]");
        assertThat(write(large, read, Unpooled.buffer())).isEqualTo(written);
        Object builder = call(read, "toBuilder");
        builder.getClass().getMethod("colors", List.class).invoke(builder, List.of());
        Object replaced = codec(large).read(new BinaryReader().reset(write(large, call(builder, "build"), Unpooled.buffer())));
        assertThat(call(replaced, "colors")).isEqualTo(List.of());
    }

    @Test
    void ofManyFieldsIsAnExceptionToo() throws Exception {
        Class<?> large = compile("exception", "");
        Object built = build(large, "number7", int.class, 7);

        assertThat(built).isInstanceOf(RuntimeException.class).asString().contains("number7=7, text8=, ");
        assertThat(call(again(large, built), "number7")).isEqualTo(7);
    }

    @Test
    void takesTheMessageOfAnExceptionFromItsField() throws Exception {
        Class<?> large = compile("exception", "998: string message\n");

        assertThat((Throwable) build(large, "message", String.class, "gone")).hasMessage("gone");
    }

    private Class<?> compile(String kind, String more) throws Exception {
        return compile(kind, more, "");
    }

    private Class<?> compile(String kind, String more, String annotations) throws Exception {
        IdlFolder idl = new IdlFolder(folder).with("large.thrift",
                "namespace java large\nenum Color { RED = 1 }\nstruct Inner { 1: i32 a }\n" + kind
                        + " Large {\n" + fields() + more + "999: required i64 needed }" + annotations);
        idl.compile();
        Path classes = folder.resolve("classes");
        assertThat(JavaSources.compile(idl.sources(), classes)).isEmpty();
        return JavaSources.loader(classes).loadClass("large.Large");
    }

    private static String fields() {
        List<String> kinds = List.of("i64 wide", "i32 number", "string text", "double real", "optional Inner inner",
                "bool flag",
                "list<string> list");
        return IntStream.rangeClosed(1, FIELDS)
                .mapToObj(id -> id + ": " + kinds.get((id + 1) % kinds.size()) + id)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Object build(Class<?> type, String setter, Class<?> parameter, Object value) throws Exception {
        Object builder = type.getMethod("builder").invoke(null);
        builder.getClass().getMethod("needed", long.class).invoke(builder, 1L);
        builder.getClass().getMethod(setter, parameter).invoke(builder, value);
        return call(builder, "build");
    }

    private static Object call(Object target, String method) throws Exception {
        Method found = Arrays.stream(target.getClass().getMethods())
                .filter(one -> one.getName().equals(method) && one.getParameterCount() == 0)
                .findFirst().orElseThrow();
        return found.invoke(target);
    }

    private static Object again(Class<?> type, Object value) throws Exception {
        ByteBuf buffer = Unpooled.buffer();
        codec(type).write(new CompactWriter().reset(buffer), value);
        return codec(type).read(new CompactReader().reset(buffer));
    }

    private static ByteBuf write(Class<?> type, Object value, ByteBuf buffer) throws Exception {
        codec(type).write(new BinaryWriter().reset(buffer), value);
        return buffer;
    }

    @SuppressWarnings("unchecked")
    private static StructCodec<Object> codec(Class<?> type) throws Exception {
        return (StructCodec<Object>) type.getField("CODEC").get(null);
    }
}
