package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.value.Binary;

/** A message is the same in memory of any kind, however long it is. */
@ParameterizedClass
@EnumSource
class BufferKindsTest {

    private static final int VALUES = 250;

    private final WireProtocol wire;

    BufferKindsTest(WireProtocol wire) {
        this.wire = wire;
    }

    @Test
    void directMemoryHoldsTheSameBytesAsAnArray() {
        ByteBuf array = Unpooled.buffer(1);
        ByteBuf direct = Unpooled.directBuffer(1);
        write(array);
        write(direct);

        assertThat(direct.isDirect()).isTrue();
        assertThat(array).isEqualTo(direct);
        assertThat(array.readableBytes()).isGreaterThan(5 * ScratchMemory.SIZE);
        read(array);
        read(direct);
        direct.release();
    }

    @Test
    void partsOfArraysAndOfMemoryOfBothKindsAreReadInPlace() {
        ByteBuf whole = Unpooled.buffer();
        whole.writeLong(-1);
        write(whole);
        whole.writeLong(-1);
        ByteBuf part = whole.slice(8, whole.readableBytes() - 16);
        read(part.duplicate());
        int middle = part.readableBytes() / 2;
        ByteBuf composite = Unpooled.wrappedBuffer(part.slice(0, middle),
                Unpooled.directBuffer().writeBytes(part, middle, part.readableBytes() - middle));
        read(composite);
        composite.release();
    }

    @Test
    void aMessageWithinAMessageHasMemoryOfItsOwn() {
        ByteBuf outer = Unpooled.directBuffer();
        ByteBuf inner = Unpooled.directBuffer();
        ThriftWriter out = wire.writer().reset(outer);
        out.structBegin();
        out.writeI64Field(ThriftType.I64 << 16 | 1, 1);
        write(inner);
        out.structEnd();
        ThriftReader in = wire.reader().reset(outer);
        in.structBegin();
        assertThat(in.readField()).isEqualTo(ThriftType.I64 << 16 | 1);
        read(inner);
        assertThat(in.readI64()).isEqualTo(1);
        outer.release();
        inner.release();
    }

    private void write(ByteBuf buffer) {
        Random random = new Random(1);
        ThriftWriter out = wire.writer().reset(buffer);
        out.structBegin();
        for (int i = 0; i < VALUES; i++) {
            out.writeI64Field(ThriftType.I64 << 16 | 1, random.nextLong());
            out.writeStringField(ThriftType.STRING << 16 | 2, text(random));
            out.writeBinaryField(ThriftType.STRING << 16 | 3, bytes(random));
            out.writeDoubleField(ThriftType.DOUBLE << 16 | 4, random.nextDouble());
        }
        out.structEnd();
    }

    /** Reads every second field and skips the others; the buffer has been read then. */
    private void read(ByteBuf buffer) {
        Random random = new Random(1);
        ThriftReader in = wire.reader().reset(buffer);
        in.structBegin();
        for (int i = 0; i < VALUES; i++) {
            boolean skip = i % 2 == 1;
            long number = random.nextLong();
            String text = text(random);
            Binary bytes = bytes(random);
            double real = random.nextDouble();
            int[] fields = { ThriftType.I64 << 16 | 1, ThriftType.STRING << 16 | 2, ThriftType.STRING << 16 | 3,
                    ThriftType.DOUBLE << 16 | 4 };
            Object[] values = { number, text, bytes, real };
            for (int field = 0; field < fields.length; field++) {
                assertThat(in.readField()).isEqualTo(fields[field]);
                if (skip) {
                    in.skipField(fields[field]);
                } else {
                    assertThat(value(in, field)).isEqualTo(values[field]);
                }
            }
        }
        assertThat(in.readField()).isZero();
        in.structEnd();
        assertThat(buffer.isReadable()).isFalse();
    }

    private static Object value(ThriftReader in, int field) {
        return switch (field) {
            case 0 -> in.readI64();
            case 1 -> in.readString();
            case 2 -> in.readBinary();
            default -> in.readDouble();
        };
    }

    private static String text(Random random) {
        String alphabet = random.nextBoolean() ? "plain" : "gr\u00fc\u00dfe \u20ac \ud83d\ude00";
        return alphabet.repeat(random.nextInt(20) == 0 ? random.nextInt(6_000) : random.nextInt(20));
    }

    private static Binary bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(20) == 0 ? random.nextInt(40_000) : random.nextInt(50)];
        random.nextBytes(bytes);
        return Binary.wrap(bytes);
    }
}
