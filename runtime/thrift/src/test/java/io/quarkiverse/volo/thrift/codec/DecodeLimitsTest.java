package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.value.Binary;

/** What a small message can blow up to is bounded, in both protocols. */
@ParameterizedClass
@EnumSource
class DecodeLimitsTest {

    private static final DecodeLimits FOUR = DecodeLimits.DEFAULT.withMaxElements(4, "the.key");
    private static final String TOO_MANY = "structs and containers: more than 4 (expected: at most that, the.key)";

    private final WireProtocol wire;

    DecodeLimitsTest(WireProtocol wire) {
        this.wire = wire;
    }

    @Test
    void structsAndContainersAreCountedTogether() {
        ByteBuf three = written(out -> structs(out, 3));
        ByteBuf four = written(out -> structs(out, 4));

        assertThatCode(() -> readStructs(wire.reader(FOUR).reset(three))).doesNotThrowAnyException();
        assertThatThrownBy(() -> readStructs(wire.reader(FOUR).reset(four))).isInstanceOf(VoloException.class)
                .hasMessage(TOO_MANY);
    }

    @Test
    void whatIsSkippedIsCounted() {
        ByteBuf four = written(out -> structs(out, 4));
        ByteBuf lists = written(out -> {
            out.writeListBegin(ThriftType.LIST, 4);
            for (int i = 0; i < 4; i++) {
                out.writeListBegin(ThriftType.I32, 0);
            }
        });

        assertThatThrownBy(() -> wire.reader(FOUR).reset(four).skipField(ThriftType.LIST << 16)).hasMessage(TOO_MANY);
        assertThatThrownBy(() -> wire.reader(FOUR).reset(lists).skipField(ThriftType.SET << 16)).hasMessage(TOO_MANY);
    }

    @Test
    void eachMessageIsCountedAnew() {
        ByteBuf three = written(out -> structs(out, 3));
        ThriftReader in = wire.reader(FOUR);
        for (int i = 0; i < 3; i++) {
            readStructs(in.reset(three.duplicate()));
        }
    }

    @Test
    void aMapOfOtherTypesIsSkippedAndCounted() {
        ByteBuf bytes = written(out -> {
            out.writeMapBegin(ThriftType.I32, ThriftType.STRUCT, 4);
            for (int i = 0; i < 4; i++) {
                out.writeI32(i);
                out.structBegin();
                out.structEnd();
            }
        });

        assertThat(wire.reader().reset(bytes.duplicate()).readMapBegin(ThriftType.I32, ThriftType.I64)).isEqualTo(-1);
        assertThatThrownBy(() -> wire.reader(FOUR).reset(bytes).readMapBegin(ThriftType.I32, ThriftType.I64))
                .hasMessage(TOO_MANY);
    }

    @Test
    void structsNestNoDeeperThanTheLimit() {
        ByteBuf bytes = written(out -> {
            for (int i = 0; i < 65; i++) {
                out.structBegin();
                out.writeField(ThriftType.STRUCT << 16 | 1);
            }
        });

        assertThatThrownBy(() -> wire.reader().reset(bytes).skipField(ThriftType.STRUCT << 16 | 1))
                .hasMessage("nesting depth: 65 (expected: at most 64)");
    }

    @Test
    void malformedTextIsMendedAndCountedOrRefused() {
        ByteBuf bytes = written(out -> {
            out.writeBinary(Binary.wrap(new byte[] { 'a', (byte) 0xff }));
            out.writeString("\ufffd, which the sender wrote");
        });

        ThriftReader mending = wire.reader().reset(bytes.duplicate());
        assertThat(mending.readString()).isEqualTo("a\ufffd");
        assertThat(mending.readString()).isEqualTo("\ufffd, which the sender wrote");
        assertThat(mending.malformedStrings()).isEqualTo(1);
        ThriftReader refusing = wire.reader(DecodeLimits.DEFAULT.withMalformedUtf8Rejected(true)).reset(bytes);
        assertThatThrownBy(refusing::readString).isInstanceOf(VoloException.class)
                .hasMessage("string: malformed UTF-8 in 2 bytes (expected: UTF-8, as malformed-utf8=reject asks)");
    }

    @Test
    void theNamesOfMethodsAreMadeOnce() {
        ByteBuf message = written(out -> out.writeMessageBegin("someMethod", MessageType.CALL, 1));

        assertThat(wire.reader().reset(message.duplicate()).readMessageBegin().name())
                .isSameAs(wire.reader().reset(message).readMessageBegin().name())
                .isEqualTo("someMethod");
    }

    private static void structs(ThriftWriter out, int count) {
        out.writeListBegin(ThriftType.STRUCT, count);
        for (int i = 0; i < count; i++) {
            out.structBegin();
            out.structEnd();
        }
    }

    private static void readStructs(ThriftReader in) {
        int size = in.readListBegin(ThriftType.STRUCT);
        for (int i = 0; i < size; i++) {
            in.structBegin();
            assertThat(in.readField()).isZero();
            in.structEnd();
        }
    }

    private ByteBuf written(Consumer<ThriftWriter> write) {
        ByteBuf bytes = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(bytes);
        write.accept(out);
        out.finish();
        return bytes;
    }
}
