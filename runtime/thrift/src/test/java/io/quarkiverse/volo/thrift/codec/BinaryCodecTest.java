package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.thrift.value.Binary;

/** The Binary protocol, byte for byte: thrift-binary-protocol.md of Apache Thrift, and the golden bytes of Kitex. */
class BinaryCodecTest {

    static Stream<Arguments> values() {
        return Stream.of(
                value("bool", true, "01", BinaryWriter::writeBool, BinaryReader::readBool),
                value("bool", false, "00", BinaryWriter::writeBool, BinaryReader::readBool),
                value("byte", (byte) -2, "fe", BinaryWriter::writeByte, BinaryReader::readByte),
                value("i16", (short) -2, "fffe", BinaryWriter::writeI16, BinaryReader::readI16),
                value("i32", 0x01020304, "01020304", BinaryWriter::writeI32, BinaryReader::readI32),
                value("i64", Long.MIN_VALUE, "8000000000000000", BinaryWriter::writeI64, BinaryReader::readI64),
                value("double", 1.5, "3ff8000000000000", BinaryWriter::writeDouble, BinaryReader::readDouble),
                value("string", "h\u00e9", "0000000368c3a9", BinaryWriter::writeString, BinaryReader::readString),
                value("string", "", "00000000", BinaryWriter::writeString, BinaryReader::readString),
                value("binary", Binary.wrap(new byte[] { 1, -1 }), "0000000201ff", BinaryWriter::writeBinary,
                        BinaryReader::readBinary),
                value("uuid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), "00112233445566778899aabbccddeeff",
                        BinaryWriter::writeUuid, BinaryReader::readUuid));
    }

    private interface Writes<T> {

        void write(BinaryWriter out, T value);
    }

    private static <T> Arguments value(String type, T value, String hex, Writes<T> write, Function<BinaryReader, T> read) {
        Consumer<BinaryWriter> writing = out -> write.write(out, value);
        return Arguments.of(type, value, hex, writing, read);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void aValueIsTheseBytesAndTheBytesAreThatValue(String type, Object value, String hex, Consumer<BinaryWriter> write,
            Function<BinaryReader, Object> read) {
        ByteBuf written = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(written);
        write.accept(out);
        out.finish();

        assertThat(ByteBufUtil.hexDump(written)).isEqualTo(hex);
        BinaryReader in = new BinaryReader();
        in.reset(written);
        assertThat(read.apply(in)).isEqualTo(value);
        in.finish();
        assertThat(written.isReadable()).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void aValueThatEndsEarlyIsAnError(String type, Object value, String hex, Consumer<BinaryWriter> write,
            Function<BinaryReader, Object> read) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int length = 0; length < bytes.length; length++) {
            ByteBuf cut = Unpooled.wrappedBuffer(bytes, 0, length);
            assertThatThrownBy(() -> read.apply(new BinaryReader().reset(cut))).hasMessageContaining("expected:");
        }
    }

    @Test
    void aCallIsTheGoldenBytes() {
        ByteBuf framed = Messages.call(Echo.ECHO, 1, "hi");

        // wire.md A 2.7, "framed", with the method's name in lower case.
        assertThat(ByteBufUtil.hexDump(framed))
                .isEqualTo("0000001a" + "80010001000000046563686f00000001" + "0b0001000000026869" + "00");
        framed.release();
    }

    @Test
    void anApplicationErrorIsTheGoldenBytes() {
        ByteBuf body = UnpooledByteBufAllocator.DEFAULT.heapBuffer();
        ApplicationErrorCodec.write(new BinaryWriter().reset(body), "biz error: x", 6);

        // wire.md A 2.7, "exception 6".
        assertThat(ByteBufUtil.hexDump(body)).isEqualTo("0b00010000000c62697a206572726f723a2078" + "08000200000006" + "00");
        assertThat(ApplicationErrorCodec.read(new BinaryReader().reset(body)))
                .isEqualTo(new ApplicationErrorCodec.ApplicationError("biz error: x", 6));
        body.release();
    }

    @Test
    void malformedUtf8IsReplaced() {
        BinaryReader in = new BinaryReader().reset(Unpooled.wrappedBuffer(HexFormat.of().parseHex("00000002ff41")));

        assertThat(in.readString()).isEqualTo("\ufffdA");
    }

    @Test
    void aContainerOfOtherElementsIsSkippedAsAWhole() {
        ByteBuf bytes = Unpooled.wrappedBuffer(HexFormat.of().parseHex("0800000002" + "0000000100000002" + "7f"));
        BinaryReader in = new BinaryReader().reset(bytes);

        assertThat(in.readListBegin(ThriftType.STRING)).isEqualTo(-1);
        assertThat(in.readByte()).isEqualTo((byte) 0x7f);
    }

    @Test
    void anEmptyContainerMayLeaveItsTypesOut() {
        assertThat(reader("0000000000").readListBegin(ThriftType.STRING)).isZero();
        assertThat(reader("000000000000").readMapBegin(ThriftType.STRING, ThriftType.I32)).isZero();
    }

    @Test
    void aFieldsTypeAndIdComeInOneNumber() {
        assertThat(reader("0b0001").readField()).isEqualTo(0x0B_0001);
        assertThat(reader("08ffff").readField()).isEqualTo(0x08_FFFF);
        assertThat(reader("00").readField()).isZero();
    }

    private static BinaryReader reader(String hex) {
        return new BinaryReader().reset(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }
}
