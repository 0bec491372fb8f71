package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;

/** The Compact protocol, byte for byte: thrift-compact-protocol.md of Apache Thrift. */
class CompactCodecTest {

    private static final int I32 = ThriftType.I32 << 16;
    private static final int BOOL = ThriftType.BOOL << 16;

    static Stream<Arguments> values() {
        return Stream.of(
                value("i16", (short) -1, "01", CompactWriter::writeI16, CompactReader::readI16),
                value("i16", Short.MIN_VALUE, "ffff03", CompactWriter::writeI16, CompactReader::readI16),
                value("i32", 64, "8001", CompactWriter::writeI32, CompactReader::readI32),
                value("i32", Integer.MIN_VALUE, "ffffffff0f", CompactWriter::writeI32, CompactReader::readI32),
                value("i64", Long.MIN_VALUE, "ffffffffffffffffff01", CompactWriter::writeI64, CompactReader::readI64),
                value("i64", Long.MAX_VALUE, "feffffffffffffffff01", CompactWriter::writeI64, CompactReader::readI64),
                value("double", 1.5, "000000000000f83f", CompactWriter::writeDouble, CompactReader::readDouble),
                value("string", "h\u00e9", "0368c3a9", CompactWriter::writeString, CompactReader::readString),
                value("string", "\u00e9".repeat(64), "8001" + "c3a9".repeat(64), CompactWriter::writeString,
                        CompactReader::readString),
                value("bool", true, "01", CompactWriter::writeBool, CompactReader::readBool),
                value("bool", false, "02", CompactWriter::writeBool, CompactReader::readBool));
    }

    private interface Writes<T> {

        void write(CompactWriter out, T value);
    }

    private static <T> Arguments value(String type, T value, String hex, Writes<T> write, Function<CompactReader, T> read) {
        Consumer<CompactWriter> writing = out -> write.write(out, value);
        return Arguments.of(type, value, hex, writing, read);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("values")
    void aValueIsTheseBytesAndTheBytesAreThatValue(String type, Object value, String hex, Consumer<CompactWriter> write,
            Function<CompactReader, Object> read) {
        assertThat(written(write)).isEqualTo(hex);
        assertThat(read.apply(reader(hex))).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("values")
    void aValueThatEndsEarlyIsAnError(String type, Object value, String hex, Consumer<CompactWriter> write,
            Function<CompactReader, Object> read) {
        for (int length = 0; length < hex.length(); length += 2) {
            CompactReader cut = reader(hex.substring(0, length));
            assertThatThrownBy(() -> read.apply(cut)).isInstanceOf(VoloException.class).hasMessageContaining("expected:");
        }
    }

    @Test
    void fieldIdsAreDifferencesThatRestartInAStruct() {
        String bytes = written(out -> {
            out.structBegin();
            out.writeField(I32 | 1);
            out.writeI32(1);
            out.writeField(ThriftType.STRUCT << 16 | 16);
            out.structBegin();
            out.writeField(I32 | 2);
            out.writeI32(2);
            out.structEnd();
            out.writeField(I32 | 17);
            out.writeI32(3);
            out.writeField(I32 | 33); // 16 more
            out.writeI32(4);
            out.writeField(I32 | 5); // less
            out.writeI32(5);
            out.writeField(I32 | 0xffff); // -1
            out.writeI32(6);
            out.structEnd();
        });

        assertThat(bytes).isEqualTo("1502" + "fc" + "2504" + "00" + "1506" + "054208" + "050a0a" + "05010c" + "00");
        CompactReader in = reader(bytes);
        in.structBegin();
        assertThat(nextI32(in)).isEqualTo(1);
        assertThat(in.readField()).isEqualTo(ThriftType.STRUCT << 16 | 16);
        in.structBegin();
        assertThat(nextI32(in)).isEqualTo(2);
        assertThat(in.readField()).isZero();
        in.structEnd();
        assertThat(in.readField()).isEqualTo(I32 | 17);
        assertThat(in.readI32()).isEqualTo(3);
        assertThat(in.readField()).isEqualTo(I32 | 33);
        assertThat(in.readI32()).isEqualTo(4);
        assertThat(in.readField()).isEqualTo(I32 | 5);
        assertThat(in.readI32()).isEqualTo(5);
        assertThat(in.readField()).isEqualTo(I32 | 0xffff);
    }

    private static int nextI32(CompactReader in) {
        assertThat(in.readField() & ~0xffff).isEqualTo(I32);
        return in.readI32();
    }

    @Test
    void aBoolFieldIsInItsHeaderAndThoseOfAListAreBytes() {
        String bytes = written(out -> {
            out.structBegin();
            out.writeField(BOOL | 1);
            out.writeBool(true);
            out.writeBoolField(BOOL | 2, false);
            out.writeField(ThriftType.LIST << 16 | 3);
            out.writeListBegin(ThriftType.BOOL, 2);
            out.writeBool(true);
            out.writeBool(false);
            out.structEnd();
        });

        assertThat(bytes).isEqualTo("11" + "12" + "19" + "21" + "0102" + "00");
        CompactReader in = reader(bytes);
        in.structBegin();
        assertThat(in.readField()).isEqualTo(BOOL | 1);
        assertThat(in.readBool()).isTrue();
        in.skipField(in.readField());
        assertThat(in.readField()).isEqualTo(ThriftType.LIST << 16 | 3);
        assertThat(in.readListBegin(ThriftType.BOOL)).isEqualTo(2);
        assertThat(in.readBool()).isTrue();
        assertThat(in.readBool()).isFalse();
        assertThat(in.readField()).isZero();
    }

    @Test
    void aFalseFieldIsReadFromItsHeader() {
        CompactReader in = reader("120100");
        in.structBegin();
        assertThat(in.readField()).isEqualTo(BOOL | 1);
        assertThat(in.readBool()).isFalse();
        assertThat(in.readBool()).as("a bool that is no field's").isTrue();
    }

    @Test
    void containersBeginWithSizeAndTypes() {
        assertThat(written(out -> out.writeListBegin(ThriftType.I32, 14))).isEqualTo("e5");
        assertThat(written(out -> out.writeSetBegin(ThriftType.I32, 15))).isEqualTo("f50f");
        assertThat(written(out -> out.writeMapBegin(ThriftType.STRING, ThriftType.I64, 0))).isEqualTo("00");
        assertThat(written(out -> out.writeMapBegin(ThriftType.STRING, ThriftType.I64, 200))).isEqualTo("c80186");
    }

    @Test
    void aContainerOfOtherElementsIsSkippedAsAWhole() {
        CompactReader in = reader("25" + "0102" + "7f");

        assertThat(in.readListBegin(ThriftType.STRING)).isEqualTo(-1);
        assertThat(in.readByte()).isEqualTo((byte) 0x7f);
    }

    @ParameterizedTest
    @CsvSource({
            "i32, ffffffff10, varint: more than 32 bits",
            "i32, ffffffffff00, varint: more than 32 bits",
            "i64, ffffffffffffffffff02, varint: more than 64 bits",
            "i64, ffffffffffffffffffff00, varint: more than 64 bits",
            "i16, 808004, 'i16: 32768 (expected: -32768-32767)'",
            "field, 16fe, varint",
            "field, 1e, 'compact type: 14 (expected: 1-13)'",
            "field, 10, 'compact type: 0 (expected: 1-13)'",
            "list, 2f0000, 'compact type: 15 (expected: 1-13)'",
            "list, f5ffffffff0f, 'container size: 4294967295 (expected: at most 0, as 0 bytes remain)'",
            "list, 270000000000000000, 'container size: 2 (expected: at most 1, as 8 bytes remain)'",
            "map, 0277000000, 'container size: 2 (expected: at most 0, as 3 bytes remain)'",
            "map, 0277000000000000000000000000000000000000000000000000, 'container size: 2 (expected: at most 1, as 24 bytes remain)'",
            "string, ffffffff0f, 'string length: -1 (expected: 0-0, the bytes that remain)'",
            "string, 026869ff, ''",
            "message, 82420161, 'message version: 0x8242 (expected: 0x82, and 1 in the lower five bits)'" })
    void bytesThatAreNoCompactAreAnError(String what, String hex, String message) {
        CompactReader in = reader(hex);
        Runnable reading = switch (what) {
            case "i16" -> in::readI16;
            case "i32" -> in::readI32;
            case "i64" -> in::readI64;
            case "field" -> () -> {
                in.structBegin();
                in.readField();
                in.readI64();
            };
            case "list" -> () -> in.readListBegin(ThriftType.I32);
            case "map" -> () -> in.readMapBegin(ThriftType.DOUBLE, ThriftType.DOUBLE);
            case "string" -> in::readString;
            default -> in::readMessageBegin;
        };
        if (message.isEmpty()) {
            reading.run();
        } else if (message.equals("varint")) {
            assertThatThrownBy(reading::run).hasMessageContaining("message ends early");
        } else {
            assertThatThrownBy(reading::run).isInstanceOf(VoloException.class).hasMessageStartingWith(message);
        }
    }

    @Test
    void aFieldIdMayNotOverflow() {
        CompactReader in = reader("05feff03" + "00" + "15");
        in.structBegin();
        assertThat(in.readField()).isEqualTo(I32 | 32767);
        in.readI32();

        assertThatThrownBy(in::readField).hasMessage("field id: 32768 (expected: at most 32767)");
    }

    private static String written(Consumer<CompactWriter> write) {
        ByteBuf bytes = Unpooled.buffer();
        CompactWriter out = new CompactWriter().reset(bytes);
        write.accept(out);
        out.finish();
        return ByteBufUtil.hexDump(bytes);
    }

    private static CompactReader reader(String hex) {
        return new CompactReader().reset(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }
}
