package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.apache.thrift.TException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.ApacheOracleTest.Sample;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/** What Apache's library wrote and was kept is written again as it would write it, in both protocols. */
@ParameterizedClass
@EnumSource
class UnknownFieldsTest {

    private static final String SAMPLES = "io.quarkiverse.volo.thrift.codec.ApacheOracleTest#samples";

    private final WireProtocol wire;
    private final WireProtocol other;

    UnknownFieldsTest(WireProtocol wire) {
        this.wire = wire;
        this.other = wire == WireProtocol.BINARY ? WireProtocol.COMPACT : WireProtocol.BINARY;
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    <T> void theyAreWrittenAgainByteForByte(Sample<T> sample) throws TException {
        Sample<List<Object>> struct = ApacheOracleTest.structOf("struct of two", List.of(sample, sample));
        ApacheMemory written = written(struct);

        assertThat(ByteBufUtil.hexDump(write(wire, keep(written.written())))).isEqualTo(written.hex());
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    <T> void theyAreTranslatedToTheOtherProtocol(Sample<T> sample) throws TException {
        Sample<List<Object>> struct = ApacheOracleTest.structOf("struct of two", List.of(sample, sample));
        UnknownFields kept = keep(written(struct).written());

        ApacheMemory apache = new ApacheMemory(other).with(write(other, kept));
        assertThat(struct.type().apacheRead().from(apache.protocol)).isEqualTo(struct.value());
        assertThat(apache.isReadToItsEnd()).isTrue();
    }

    private ApacheMemory written(Sample<List<Object>> struct) throws TException {
        ApacheMemory apache = new ApacheMemory(wire);
        struct.type().apacheWrite().to(apache.protocol, struct.value());
        return apache;
    }

    private UnknownFields keep(ByteBuf struct) {
        ThriftReader in = wire.reader().reset(struct);
        in.structBegin();
        FieldKeeper keeper = new FieldKeeper(in);
        for (int field; (field = in.readField()) != 0;) {
            keeper.keep(field);
        }
        in.structEnd();
        assertThat(struct.isReadable()).isFalse();
        return keeper.kept();
    }

    private static ByteBuf write(WireProtocol wire, UnknownFields fields) {
        ByteBuf bytes = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(bytes);
        out.structBegin();
        out.writeUnknown(fields);
        out.structEnd();
        return bytes;
    }

    @Test
    void anEmptyContainerKeepsItsTypeIfThatIsKnown() {
        UnknownFields fields = new UnknownFields.Builder(UnknownFields.Protocol.BINARY)
                .unknown(ThriftType.LIST << 16 | 1, Binary.wrap(new byte[] { ThriftType.UUID, 0, 0, 0, 0 }))
                .unknown(ThriftType.SET << 16 | 2, Binary.wrap(new byte[] { 77, 0, 0, 0, 0 }))
                .build();

        assertThat(ByteBufUtil.hexDump(write(WireProtocol.COMPACT, fields))).isEqualTo("190d" + "1a03" + "00");
    }

    @Test
    void aTranslatedValueNestsOnlySoDeep() {
        ByteBuf deep = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(deep);
        for (int i = 0; i < 2_000; i++) {
            out.writeListBegin(ThriftType.LIST, 1);
        }
        out.writeListBegin(ThriftType.LIST, 0);
        out.finish();
        UnknownFields fields = new UnknownFields.Builder(wire.reader().protocol())
                .unknown(ThriftType.LIST << 16 | 1, Binary.wrap(ByteBufUtil.getBytes(deep))).build();

        assertThatThrownBy(() -> write(other, fields)).isInstanceOf(VoloException.class)
                .hasMessage("nesting depth: 1001 (expected: at most 1000)");
        assertThat(write(wire, fields).readableBytes()).isGreaterThan(2_000);
    }

    @Test
    void manyTranslatedValuesSideBySideDoNotNest() {
        ByteBuf wide = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(wide);
        out.writeListBegin(ThriftType.LIST, 2_000);
        for (int i = 0; i < 2_000; i++) {
            out.writeListBegin(ThriftType.BYTE, 0);
        }
        out.finish();
        UnknownFields fields = new UnknownFields.Builder(wire.reader().protocol())
                .unknown(ThriftType.LIST << 16 | 1, Binary.wrap(ByteBufUtil.getBytes(wide))).build();

        assertThat(write(other, fields).readableBytes()).isGreaterThan(2_000);
    }

    @Test
    void whatIsKeptOfAMessageIsCounted() {
        ByteBuf bytes = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(bytes);
        out.structBegin();
        for (int i = 1; i <= 100; i++) {
            out.writeByteField(ThriftType.BYTE << 16 | i, (byte) i);
        }
        out.structEnd();
        ThriftReader in = wire.reader(DecodeLimits.DEFAULT.withMaxElements(100, "max-decoded-elements")).reset(bytes);
        in.structBegin();
        FieldKeeper keeper = new FieldKeeper(in);
        for (int i = 1; i < 100; i++) {
            keeper.keep(in.readField());
        }

        assertThatThrownBy(() -> keeper.keep(in.readField())).isInstanceOf(VoloException.class)
                .hasMessage("structs and containers: more than 100 (expected: at most that, max-decoded-elements)");
    }

    @Test
    void theSameBytesAreEqual() throws TException {
        Sample<List<Object>> struct = ApacheOracleTest.structOf("struct",
                List.of(new Sample<>("i32", ApacheType.I32, 5), new Sample<>("string", ApacheType.STRING, "x")));
        UnknownFields fields = keep(written(struct).written());

        assertThat(fields).isEqualTo(keep(written(struct).written())).hasSameHashCodeAs(keep(written(struct).written()));
        assertThat(fields).hasToString("UnknownFields[1, 2]").isNotEqualTo(UnknownFields.NONE);
        assertThat(keep(write(wire, UnknownFields.NONE))).isSameAs(UnknownFields.NONE);
    }
}
