package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.value.BooleanList;
import io.quarkiverse.volo.thrift.value.ByteList;
import io.quarkiverse.volo.thrift.value.DoubleList;
import io.quarkiverse.volo.thrift.value.IntList;
import io.quarkiverse.volo.thrift.value.LongList;
import io.quarkiverse.volo.thrift.value.ShortList;

/** Lists of numbers in arrays have the bytes of the same numbers written one by one, and are read from them. */
@ParameterizedClass
@EnumSource
class NumberListsTest {

    private final WireProtocol wire;

    NumberListsTest(WireProtocol wire) {
        this.wire = wire;
    }

    /** A type of element: how lists of it are made, and how lists and elements of it are written and read. */
    record Kind<E>(String name, int type, Function<Random, E> number, Function<List<E>, List<E>> copy,
            BiConsumer<ThriftWriter, List<E>> write, Function<ThriftReader, List<E>> read,
            BiConsumer<ThriftWriter, E> writeOne) {

        @Override
        public String toString() {
            return name;
        }

        /** Of all lengths on the wire, its edges among them. */
        static long number(Random random) {
            return switch (random.nextInt(6)) {
                case 0 -> Long.MIN_VALUE;
                case 1 -> Long.MAX_VALUE;
                default -> random.nextLong() >> random.nextInt(Long.SIZE);
            };
        }

        List<E> numbers(int size) {
            Random random = new Random(size);
            List<E> numbers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                numbers.add(number.apply(random));
            }
            return numbers;
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<Long>("i64", ThriftType.I64, Kind::number, LongList::copyOf,
                        (out, list) -> out.writeLongList((LongList) list), ThriftReader::readLongList, ThriftWriter::writeI64),
                new Kind<Integer>("i32", ThriftType.I32, random -> (int) Kind.number(random), IntList::copyOf,
                        (out, list) -> out.writeIntList((IntList) list), ThriftReader::readIntList, ThriftWriter::writeI32),
                new Kind<Short>("i16", ThriftType.I16, random -> (short) Kind.number(random), ShortList::copyOf,
                        (out, list) -> out.writeShortList((ShortList) list), ThriftReader::readShortList,
                        ThriftWriter::writeI16),
                new Kind<Byte>("i8", ThriftType.BYTE, random -> (byte) Kind.number(random), ByteList::copyOf,
                        (out, list) -> out.writeByteList((ByteList) list), ThriftReader::readByteList,
                        ThriftWriter::writeByte),
                new Kind<Double>("double", ThriftType.DOUBLE, random -> Double.longBitsToDouble(Kind.number(random)),
                        DoubleList::copyOf, (out, list) -> out.writeDoubleList((DoubleList) list),
                        ThriftReader::readDoubleList, ThriftWriter::writeDouble),
                new Kind<Boolean>("bool", ThriftType.BOOL, Random::nextBoolean, BooleanList::copyOf,
                        (out, list) -> out.writeBooleanList((BooleanList) list), ThriftReader::readBooleanList,
                        ThriftWriter::writeBool));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void theirBytesAreThoseOfTheSameNumbersOneByOne(Kind<E> kind) {
        for (int size : new int[] { 0, 1, 14, 15, 100, 2_049, 40_000 }) {
            for (boolean direct : new boolean[] { true, false }) {
                List<E> numbers = kind.numbers(size);
                ByteBuf oneByOne = buffer(direct);
                oneByOne(kind, numbers, oneByOne);
                ByteBuf atOnce = buffer(direct);
                ThriftWriter out = wire.writer().reset(atOnce);
                kind.write().accept(out, kind.copy().apply(numbers));
                out.finish();
                assertThat(atOnce).isEqualTo(oneByOne);
                ThriftReader in = wire.reader().reset(atOnce);
                assertThat(kind.read().apply(in)).isEqualTo(numbers);
                in.finish();
                assertThat(atOnce.isReadable()).isFalse();
                oneByOne.release();
                atOnce.release();
            }
        }
    }

    private static ByteBuf buffer(boolean direct) {
        return direct ? Unpooled.directBuffer(1) : Unpooled.buffer(1);
    }

    private <E> void oneByOne(Kind<E> kind, List<E> numbers, ByteBuf buffer) {
        ThriftWriter out = wire.writer().reset(buffer);
        out.writeListBegin(kind.type(), numbers.size());
        numbers.forEach(number -> kind.writeOne().accept(out, number));
        out.finish();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void aListOfAnotherTypeIsSkipped(Kind<E> kind) {
        ByteBuf buffer = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(buffer);
        out.writeListBegin(ThriftType.STRING, 1);
        out.writeString("one");
        out.writeI32(7);
        out.finish();
        ThriftReader in = wire.reader().reset(buffer);

        assertThat(kind.read().apply(in)).isNull();
        assertThat(in.readI32()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void aListThatEndsEarlyIsAnError(Kind<E> kind) {
        ByteBuf whole = Unpooled.buffer();
        oneByOne(kind, kind.numbers(50), whole);
        for (int length = 1; length < whole.readableBytes(); length++) {
            ThriftReader in = wire.reader().reset(whole.slice(0, length));
            assertThatThrownBy(() -> kind.read().apply(in)).isInstanceOf(VoloException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void aSizeThatTheBytesCannotBackIsRefusedBeforeMemoryIsTaken(Kind<E> kind) {
        ByteBuf buffer = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(buffer);
        out.writeListBegin(kind.type(), Integer.MAX_VALUE);
        out.finish();
        ThriftReader in = wire.reader().reset(buffer);

        assertThatThrownBy(() -> kind.read().apply(in))
                .hasMessageStartingWith("container size: 2147483647 (expected: at most 0");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E> void anyBytesAreReadAsTheyAreOneByOne(Kind<E> kind) {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[60];
            random.nextBytes(bytes);
            ByteBuf buffer = Unpooled.buffer();
            ThriftWriter out = wire.writer().reset(buffer);
            out.writeListBegin(kind.type(), 7);
            out.finish();
            buffer.writeBytes(bytes);
            Object expected = outcome(() -> oneByOne(kind, wire.reader().reset(buffer.duplicate())));
            assertThat(outcome(() -> kind.read().apply(wire.reader().reset(buffer.duplicate())))).isEqualTo(expected);
        }
    }

    private static <E> List<Object> oneByOne(Kind<E> kind, ThriftReader in) {
        List<Object> numbers = new ArrayList<>();
        for (int i = in.readListBegin(kind.type()); i > 0; i--) {
            numbers.add(switch (kind.type()) {
                case ThriftType.I64 -> in.readI64();
                case ThriftType.I32 -> in.readI32();
                case ThriftType.I16 -> in.readI16();
                case ThriftType.BYTE -> in.readByte();
                case ThriftType.DOUBLE -> in.readDouble();
                default -> in.readBool();
            });
        }
        return numbers;
    }

    /** What was read, or the message of the failure. */
    private static Object outcome(Supplier<Object> read) {
        try {
            return read.get();
        } catch (VoloException failure) {
            return failure.getMessage();
        }
    }
}
