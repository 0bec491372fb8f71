package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.thrift.TException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.value.Binary;

/** Each Thrift type as Apache's own library has it: the same bytes, and each side reads what the other wrote. */
@ParameterizedClass
@EnumSource
class ApacheOracleTest {

    private final WireProtocol wire;
    private final ApacheMemory apache;
    private final ByteBuf bytes = Unpooled.buffer();
    private final ThriftWriter writer;

    ApacheOracleTest(WireProtocol wire) {
        this.wire = wire;
        this.apache = new ApacheMemory(wire);
        this.writer = wire.writer().reset(bytes);
    }

    /** A value of a type. */
    record Sample<T>(String name, ApacheType<T> type, T value) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample<?>> samples() {
        return Stream.of(scalars(), texts(), containers(), structs()).flatMap(samples -> samples);
    }

    private static Stream<Sample<?>> scalars() {
        return Stream.of(
                new Sample<>("bool, true", ApacheType.BOOL, true),
                new Sample<>("bool, false", ApacheType.BOOL, false),
                new Sample<>("byte, least", ApacheType.BYTE, Byte.MIN_VALUE),
                new Sample<>("byte, greatest", ApacheType.BYTE, Byte.MAX_VALUE),
                new Sample<>("i16, least", ApacheType.I16, Short.MIN_VALUE),
                new Sample<>("i16", ApacheType.I16, (short) 0x0102),
                new Sample<>("i32, least", ApacheType.I32, Integer.MIN_VALUE),
                new Sample<>("i32", ApacheType.I32, 0x01020304),
                new Sample<>("i64, least", ApacheType.I64, Long.MIN_VALUE),
                new Sample<>("i64", ApacheType.I64, 0x0102030405060708L),
                new Sample<>("double", ApacheType.DOUBLE, -1.1e-300),
                new Sample<>("double, minus zero", ApacheType.DOUBLE, -0.0),
                new Sample<>("double, infinite", ApacheType.DOUBLE, Double.POSITIVE_INFINITY),
                new Sample<>("double, no number", ApacheType.DOUBLE, Double.NaN),
                new Sample<>("uuid", ApacheType.UUID, UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")));
    }

    private static Stream<Sample<?>> texts() {
        return Stream.of(
                new Sample<>("string", ApacheType.STRING, "h\u00e9 \u20ac \ud83d\ude00 \u0000"),
                new Sample<>("string, empty", ApacheType.STRING, ""),
                new Sample<>("binary", ApacheType.BINARY, Binary.wrap(new byte[] { 0, 1, -1, -128 })),
                new Sample<>("binary, empty", ApacheType.BINARY, Binary.EMPTY));
    }

    private static Stream<Sample<?>> containers() {
        return Stream.of(
                new Sample<>("list<i32>", ApacheType.list(ApacheType.I32), List.of(1, -1, 1)),
                new Sample<>("list<string>, empty", ApacheType.list(ApacheType.STRING), List.of()),
                new Sample<>("set<double>", ApacheType.set(ApacheType.DOUBLE), Set.of(1.5, -1.5)),
                new Sample<>("set<bool>, empty", ApacheType.set(ApacheType.BOOL), Set.of()),
                new Sample<>("map<string, double>", ApacheType.map(ApacheType.STRING, ApacheType.DOUBLE),
                        Map.of("one", 1.0, "", 2.5)),
                new Sample<>("map<i16, binary>, empty", ApacheType.map(ApacheType.I16, ApacheType.BINARY), Map.of()),
                new Sample<>("list<map<byte, set<i64>>>",
                        ApacheType.list(ApacheType.map(ApacheType.BYTE, ApacheType.set(ApacheType.I64))),
                        List.of(Map.of((byte) 1, Set.of(5L, 6L), (byte) 2, Set.of()), Map.of())),
                new Sample<>("map<list<bool>, struct>",
                        ApacheType.map(ApacheType.list(ApacheType.BOOL), ApacheType.struct()),
                        Map.of(List.of(true, false), List.of())));
    }

    private static Stream<Sample<?>> structs() {
        List<Sample<?>> fields = Stream.of(scalars(), texts(), containers()).<Sample<?>> flatMap(samples -> samples).toList();
        return Stream.of(
                new Sample<>("struct, empty", ApacheType.struct(), List.of()),
                new Sample<>("struct, least and greatest id",
                        ApacheType.struct(ApacheType.field(Short.MIN_VALUE, ApacheType.BYTE),
                                ApacheType.field(0, ApacheType.STRING), ApacheType.field(Short.MAX_VALUE, ApacheType.BOOL)),
                        List.of((byte) 1, "two", true)),
                structOf("struct of all types", fields),
                structOf("struct of a struct", List.of(structOf("inner", fields), structOf("empty", List.of()))));
    }

    static Sample<List<Object>> structOf(String name, List<Sample<?>> fields) {
        var types = new ApacheType.Field[fields.size()];
        Arrays.setAll(types, index -> ApacheType.field(index + 1, fields.get(index).type));
        return new Sample<>(name, ApacheType.struct(types), fields.stream().<Object> map(Sample::value).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void bothWriteTheSameBytes(Sample<T> sample) throws TException {
        sample.type.write().to(writer, sample.value);
        writer.finish();
        sample.type.apacheWrite().to(apache.protocol, sample.value);

        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(apache.hex());
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void weReadWhatApacheWrites(Sample<T> sample) throws TException {
        sample.type.apacheWrite().to(apache.protocol, sample.value);
        ByteBuf written = apache.written();

        ThriftReader reader = wire.reader().reset(written);
        assertThat(sample.type.read().from(reader)).isEqualTo(sample.value);
        reader.finish();
        assertThat(written.isReadable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void apacheReadsWhatWeWrite(Sample<T> sample) throws TException {
        sample.type.write().to(writer, sample.value);
        writer.finish();
        apache.with(bytes);

        assertThat(sample.type.apacheRead().from(apache.protocol)).isEqualTo(sample.value);
        assertThat(apache.isReadToItsEnd()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void weSkipWhatApacheWrites(Sample<T> sample) throws TException {
        // As a field: Compact has the value of a bool field in its header.
        Sample<List<Object>> struct = structOf("struct of one", List.of(sample));
        struct.type.apacheWrite().to(apache.protocol, struct.value);
        ByteBuf written = apache.written();

        ThriftReader reader = wire.reader().reset(written);
        reader.skipField(ThriftType.STRUCT << 16 | 1);
        reader.finish();
        assertThat(written.isReadable()).isFalse();
    }

    /** Apache's library writes them, but cannot read them: its getMinSerializedSize() knows no UUID. */
    @Test
    void containersOfUuidsAreTheSameBytes() throws TException {
        var sample = new Sample<>("list<uuid>", ApacheType.list(ApacheType.UUID), List.of(new UUID(1, 2), new UUID(3, 4)));
        bothWriteTheSameBytes(sample);

        assertThat(sample.type.read().from(wire.reader().reset(apache.written()))).isEqualTo(sample.value);
    }

    @Test
    void malformedTextIsReadAlike() throws TException {
        writer.writeBinary(Binary.wrap(new byte[] { 'a', (byte) 0xff, (byte) 0xe2, (byte) 0x82, 'b' }));
        writer.finish();
        apache.with(bytes);

        assertThat(wire.reader().reset(bytes).readString()).isEqualTo(apache.protocol.readString());
    }

    @Test
    void aLoneSurrogateIsWrittenAlike() throws TException {
        writer.writeString("a\ud83d");
        writer.finish();
        apache.protocol.writeString("a\ud83d");

        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(apache.hex());
    }
}
