package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
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
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.dynamic.DynamicCodec;
import io.quarkiverse.volo.thrift.dynamic.DynamicStruct;
import io.quarkiverse.volo.thrift.json.ThriftJson;

/** Whatever a generated value holds, its descriptor is enough to read and write it: as a map, and as JSON. */
class DescribedValuesTest {

    private static final int VALUES = 300;
    private static final StructCodec<Object> EVERYTHING = GoldenTypes.codec(GoldenTypes.EVERYTHING);

    private static byte[] written(StructCodec<Object> codec, Object value, boolean compact) {
        ByteBuf bytes = Unpooled.buffer();
        ThriftWriter out = compact ? new CompactWriter() : new BinaryWriter();
        codec.write(out.reset(bytes), value);
        return ByteBufUtil.getBytes(bytes);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aMapIsReadAndWrittenByteForByteAsTheGeneratedType(boolean compact) {
        for (Class<?> type : GoldenTypes.ALL) {
            StructCodec<Object> codec = GoldenTypes.codec(type);
            DynamicCodec dynamic = new DynamicCodec(codec.descriptor());
            for (int seed = 0; seed < VALUES; seed++) {
                byte[] bytes = written(codec, new RandomValues(seed).of(type), compact);
                ByteBuf in = Unpooled.wrappedBuffer(bytes);
                DynamicStruct read = dynamic.read((compact ? new CompactReader() : new BinaryReader()).reset(in));
                ByteBuf again = Unpooled.buffer();
                dynamic.write((compact ? new CompactWriter() : new BinaryWriter()).reset(again), read);
                assertThat(ByteBufUtil.getBytes(again)).as("%s of seed %d", type, seed).isEqualTo(bytes);
            }
        }
    }

    @Test
    void jsonIsReadAsItWasWritten() {
        for (Class<?> type : GoldenTypes.ALL) {
            ThriftJson<Object> json = ThriftJson.of(GoldenTypes.codec(type));
            for (int seed = 0; seed < VALUES; seed++) {
                Object value = new RandomValues(seed).of(type);
                assertThat(json.read(json.write(value))).as("%s of seed %d", type, seed).isEqualTo(value);
            }
        }
    }

    @Test
    void whatIsLeftOutIsWhatTheGeneratedTypeSends() {
        Map<String, Object> least = Map.of("needed", 5, "needed_inner", Map.of("name", "x"));
        DynamicStruct dynamic = DynamicStruct.of(EVERYTHING.descriptor(), least);
        Object generated = EVERYTHING.read(new BinaryReader().reset(least()));

        ByteBuf bytes = Unpooled.buffer();
        new DynamicCodec(EVERYTHING.descriptor()).write(new BinaryWriter().reset(bytes), dynamic);

        assertThat(ByteBufUtil.getBytes(bytes)).isEqualTo(written(EVERYTHING, generated, false));
        assertThat(ThriftJson.of(EVERYTHING).write(generated)).isEqualTo("{\"flag\":false,\"tiny\":0,\"small\":0,\"medium\":4,"
                + "\"large\":0,\"real\":1.5,\"text\":\"it's \\\"text\\\"\",\"bytes\":\"\","
                + "\"id\":\"00000000-0000-0000-0000-000000000000\",\"names\":[\"a\",\"b\"],\"numbers\":[],\"colors\":{},"
                + "\"timeout\":1000,\"needed\":5,\"needed_inner\":{\"name\":\"x\"},\"preset\":{\"name\":\"preset\"},"
                + "\"tint\":\"GREEN\"}");
    }

    /** The bytes of nothing but what is required. */
    private static ByteBuf least() {
        ByteBuf bytes = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(bytes);
        out.structBegin();
        out.writeI64Field(ThriftType.I64 << 16 | 17, 5);
        out.writeField(ThriftType.STRUCT << 16 | 18);
        out.structBegin();
        out.writeStringField(ThriftType.STRING << 16 | 1, "x");
        out.structEnd();
        out.structEnd();
        return bytes;
    }

    private static ByteBuf struct(Consumer<BinaryWriter> fields) {
        ByteBuf bytes = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(bytes);
        out.structBegin();
        fields.accept(out);
        out.structEnd();
        return bytes;
    }

    /** Numbers of enums are kept as Java cannot hold them; JSON can. What has no name has no place in JSON, kept or not. */
    @Test
    void jsonShowsNumbersThatHaveNoNameAndLeavesOutFieldsThatHaveNone() {
        StructCodec<Object> items = GoldenTypes.codec(GoldenTypes.compile("unknown", "org.acme.kept.Item"));
        Object item = items.read(new BinaryReader().reset(struct(out -> {
            out.writeStringField(ThriftType.STRING << 16 | 1, "x");
            out.writeI32Field(ThriftType.I32 << 16 | 2, 77);
            out.writeI32Field(ThriftType.I32 << 16 | 9, 5);
        })));
        String json = "{\"name\":\"x\",\"color\":77,\"colors\":[]}";

        assertThat(ThriftJson.of(items).write(item)).isEqualTo(json);
        assertThat(ThriftJson.of(items).write(ThriftJson.of(items).read(json))).isEqualTo(json);
    }

    @Test
    void aUnionsMemberThatHasNoNameIsAnEmptyObjectWhichIsNotReadAgain() {
        StructCodec<Object> choices = GoldenTypes.codec(GoldenTypes.compile("unknown", "org.acme.kept.Choice"));
        ThriftJson<Object> json = ThriftJson.of(choices);
        Object unknown = choices.read(
                new BinaryReader().reset(struct(out -> out.writeI32Field(ThriftType.I32 << 16 | 9, 5))));

        assertThat(json.write(unknown)).isEqualTo("{}");
        assertThatThrownBy(() -> json.read("{}"))
                .hasMessage("$: 0 members (expected: one, as union Choice has: item, color, colors)");
    }

    @Test
    void componentsStandInTheOrderOfTheDescriptor() {
        List<String> components = Arrays.stream(GoldenTypes.EVERYTHING.getRecordComponents())
                .map(component -> component.getName().replace("_", "").toLowerCase(java.util.Locale.ROOT)).toList();
        assertThat(EVERYTHING.descriptor().fieldNames().stream().map(name -> name.replace("_", "")).toList())
                .isEqualTo(components);
    }
}
