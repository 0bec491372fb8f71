package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;

/** Whatever a generated value holds, it is read as it was written, in both protocols and in memory of both kinds. */
class RoundTripTest {

    private static final int VALUES = 500;

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void binary(boolean direct) {
        for (int seed = 0; seed < VALUES; seed++) {
            roundTrip(seed, direct, new BinaryWriter(), new BinaryReader());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void compact(boolean direct) {
        for (int seed = 0; seed < VALUES; seed++) {
            roundTrip(seed, direct, new CompactWriter(), new CompactReader());
        }
    }

    private static void roundTrip(int seed, boolean direct, ThriftWriter out, ThriftReader in) {
        GoldenTypes.ALL.forEach(type -> roundTrip(type, seed, direct, out, in));
    }

    private static void roundTrip(Class<?> type, int seed, boolean direct, ThriftWriter out, ThriftReader in) {
        Object value = new RandomValues(seed).of(type);
        ByteBuf bytes = direct ? Unpooled.directBuffer() : Unpooled.buffer();
        try {
            StructCodec<Object> codec = GoldenTypes.codec(type);
            codec.write(out.reset(bytes), value);
            assertThat(codec.read(in.reset(bytes))).as("%s of seed %d", type, seed).isEqualTo(value);
            assertThat(bytes.isReadable()).isFalse();
        } finally {
            bytes.release();
        }
    }
}
