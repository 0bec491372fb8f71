package io.quarkiverse.volo.thrift.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.value.Binary;

class DynamicCodecTest {

    private static final DynamicCodec ORDER = new DynamicCodec(Shop.order());

    private static final Map<String, Object> FULL = Map.ofEntries(
            Map.entry("id", 1L),
            Map.entry("items", List.of(Map.of("id", 3, "name", "x", "note", "é"))),
            Map.entry("counts", Map.of("a", 1, "b", -2)),
            Map.entry("colors", Map.of(5, "RED", 6, 77)),
            Map.entry("labels", Map.of(Map.of("id", 3), "label")),
            Map.entry("sizes", Set.of(1, 2)),
            Map.entry("bytes", Binary.ofUtf8("hi")),
            Map.entry("key", new UUID(1, 2)),
            Map.entry("real", Double.NaN),
            Map.entry("flag", true),
            Map.entry("tiny", -1),
            Map.entry("secret", "s"),
            Map.entry("parent", Map.of("id", 2, "flag", false)),
            Map.entry("limit", 11),
            Map.entry("color", "RED"),
            Map.entry("preset", Map.of("id", 9)),
            Map.entry("either", Map.of("right", "r")),
            Map.entry("last", Map.of("id", 4)),
            Map.entry("odds", Map.of(true, 0.5, false, -0.5)),
            Map.entry("blobs", Map.of(Binary.ofUtf8("k"), "v")),
            Map.entry("grid", List.of(List.of(1), List.of())));

    private static ThriftWriter writer(boolean compact) {
        return compact ? new CompactWriter() : new BinaryWriter();
    }

    private static ThriftReader reader(boolean compact) {
        return compact ? new CompactReader() : new BinaryReader();
    }

    private static ByteBuf bytes(Consumer<BinaryWriter> content) {
        ByteBuf bytes = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(bytes);
        content.accept(out);
        return bytes;
    }

    private static DynamicStruct read(Consumer<BinaryWriter> content) {
        return ORDER.read(new BinaryReader().reset(bytes(content)));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void readsWhatItHasWrittenInBothProtocols(boolean compact) {
        ByteBuf bytes = Unpooled.buffer();
        ORDER.write(writer(compact).reset(bytes), FULL);

        DynamicStruct read = ORDER.read(reader(compact).reset(bytes));

        assertThat(read).isEqualTo(DynamicStruct.of(Shop.order(), FULL));
        assertThat(read.keySet()).hasSize(21);
        assertThat(read.get("colors")).isEqualTo(Map.of(5, "RED", 6, 77));
        assertThat(bytes.isReadable()).isFalse();
    }

    @Test
    void whatIsUnknownOrOfAnotherTypeIsSkippedAndTheLastOfTwoIsTaken() {
        DynamicStruct read = read(out -> {
            out.structBegin();
            out.writeI64Field(ThriftType.I64 << 16 | 1, 1);
            out.writeI64Field(ThriftType.I64 << 16 | 1, 2);
            out.writeI32Field(ThriftType.I32 << 16 | 99, 5);
            out.writeStringField(ThriftType.STRING << 16 | 14, "no number");
            out.writeField(ThriftType.LIST << 16 | 2);
            out.writeListBegin(ThriftType.I32, 1);
            out.writeI32(5);
            out.structEnd();
        });

        assertThat(read).isEqualTo(
                Map.of("id", 2L, "limit", 10, "color", "BLUE", "preset", Map.of("id", 1L, "name", "")));
    }

    @Test
    void aRequiredFieldThatIsMissingIsAnError() {
        assertThatThrownBy(() -> read(out -> {
            out.structBegin();
            out.structEnd();
        })).isInstanceOf(VoloException.class).hasMessage("Order: required field 'id' is missing");
    }

    private static DynamicStruct readEither(Consumer<BinaryWriter> members) {
        return new DynamicCodec(Shop.FILE.struct("Either")).read(new BinaryReader().reset(bytes(out -> {
            out.structBegin();
            members.accept(out);
            out.structEnd();
        })));
    }

    @Test
    void aUnionHasOneMember() {
        assertThat(readEither(out -> out.writeI32Field(ThriftType.I32 << 16 | 1, 7))).isEqualTo(Map.of("left", 7));
        assertThatThrownBy(() -> readEither(out -> {
            out.writeI32Field(ThriftType.I32 << 16 | 1, 1);
            out.writeStringField(ThriftType.STRING << 16 | 2, "x");
        })).hasMessage("Either: second member 'right' beside 'left' (expected: one)");
        assertThatThrownBy(() -> readEither(out -> {
            out.writeI32Field(ThriftType.I32 << 16 | 9, 1);
            out.writeI32Field(ThriftType.I32 << 16 | 1, 1);
        })).hasMessage("Either: second member 'left' beside 9 (expected: one)");
        assertThatThrownBy(() -> readEither(out -> {
        })).hasMessage("Either: no member (expected: one)");
    }

    @Test
    void aMemberThatTheIdlDoesNotNameLeavesAUnionEmptyAndIsNotWritten() {
        DynamicStruct unknown = readEither(out -> out.writeI32Field(ThriftType.I32 << 16 | 9, 1));

        assertThat(unknown).isEmpty();
        assertThatThrownBy(() -> ORDER.write(new BinaryWriter().reset(Unpooled.buffer()), Map.of("id", 1, "either", unknown)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("$: union Either: a member that the IDL does not name, which was not kept "
                        + "(expected: a member of the IDL)");
    }

    @Test
    void whatDoesNotFitIsNotWritten() {
        ByteBuf bytes = Unpooled.buffer();
        assertThatThrownBy(() -> ORDER.write(new BinaryWriter().reset(bytes), Map.of("id", "x")))
                .hasMessage("$.id: \"x\" (expected: i64)");
        assertThat(bytes.isReadable()).isFalse();
    }

    private static Object answered(String method, Consumer<BinaryWriter> answer) {
        return new DynamicResultCodec(Shop.method(method)).read(new BinaryReader().reset(bytes(answer)));
    }

    @Test
    void resultsAreReadAndWritten() {
        DynamicResultCodec get = new DynamicResultCodec(Shop.method("get"));
        DynamicResultCodec count = new DynamicResultCodec(Shop.method("count"));
        DynamicResultCodec clear = new DynamicResultCodec(Shop.method("clear"));

        assertThat(answered("get", out -> get.writeSuccess(out, FULL))).isEqualTo(DynamicStruct.of(Shop.order(), FULL));
        assertThat(answered("count", out -> count.writeSuccess(out, "5"))).isEqualTo(5);
        assertThat(answered("clear", out -> clear.writeSuccess(out, null))).isNull();
        assertThatThrownBy(() -> answered("count", out -> clear.writeSuccess(out, null)))
                .isInstanceOf(ThriftException.class).hasMessage("Store.count: the result is missing");
        assertThatThrownBy(() -> answered("count", out -> count.writeSuccess(out, null)))
                .isInstanceOf(ThriftException.class).hasMessage("Store.count: the result is missing");
        assertThatThrownBy(() -> answered("count", out -> count.writeSuccess(out, "many")))
                .hasMessage("$: \"many\" (expected: i32)");
    }

    @Test
    void declaredExceptionsAreReadAndWritten() {
        DynamicResultCodec get = new DynamicResultCodec(Shop.method("get"));
        DynamicException refused = new DynamicException("Refused", Map.of("reason", "no", "code", 7));

        assertThatThrownBy(() -> answered("get", out -> assertThat(get.writeFailure(out, refused)).isTrue()))
                .isInstanceOfSatisfying(DynamicException.class, failure -> {
                    assertThat(failure.name()).isEqualTo("Refused");
                    assertThat(failure.values()).isEqualTo(Map.of("reason", "no", "code", 7));
                    assertThat(failure).hasMessage("Refused[reason=no, code=7]");
                });
        BinaryWriter out = new BinaryWriter().reset(Unpooled.buffer());
        assertThat(get.writeFailure(out, new DynamicException("Refuted", Map.of()))).isFalse();
        assertThat(get.writeFailure(out, new IllegalStateException())).isFalse();
    }
}
