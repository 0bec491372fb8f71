package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.ImmutableList;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;

/**
 * Whatever the bytes are: a value, or a failure of kind PROTOCOL, and soon. As part of the build it tries the corpus, and some
 * thousands of mutations of whole messages; {@code scripts/fuzz codecs} searches with Jazzer, guided by coverage; what it finds
 * belongs into the folder {@code corpus} beside this test.
 */
class ReaderFuzzTest {

    // So many buffers cannot each be watched for leaks.
    private static final UnpooledByteBufAllocator UNWATCHED = new UnpooledByteBufAllocator(true, true);
    private static final int MUTATIONS = 5_000;

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (WireProtocol wire : WireProtocol.values()) {
            readAll(wire, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void filesOfTheCorpusAreReadOrRefused(Path file) throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(file));
    }

    static Stream<Path> corpus() throws IOException, URISyntaxException {
        URL folder = ReaderFuzzTest.class.getResource("corpus");
        return Files.list(Path.of(Objects.requireNonNull(folder).toURI()));
    }

    @ParameterizedTest
    @EnumSource
    void mutatedMessagesAreReadOrRefused(WireProtocol wire) {
        byte[] message = message(wire);
        Random random = new Random(20);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] mutated = Arrays.copyOf(message, 1 + random.nextInt(message.length));
                for (int change = random.nextInt(6); change > 0; change--) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                readAll(wire, mutated);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theWholeMessageIsRead(WireProtocol wire) {
        ThriftReader in = wire.reader().reset(Unpooled.wrappedBuffer(message(wire)));
        assertThat(in.readMessageBegin()).isEqualTo(new MessageHeader(MessageType.CALL, "fuzzed", 7));
        assertThat(struct(in)).hasSize(13);
    }

    private static void readAll(WireProtocol wire, byte[] bytes) {
        read(wire, bytes, ThriftReader::readMessageBegin);
        read(wire, bytes, in -> in.skipField(ThriftType.STRUCT << 16 | 1));
        read(wire, bytes, ReaderFuzzTest::struct);
        read(wire, bytes, in -> {
            in.readMessageBegin();
            struct(in);
        });
    }

    private static void read(WireProtocol wire, byte[] bytes, Consumer<ThriftReader> reading) {
        ByteBuf direct = UNWATCHED.directBuffer(bytes.length).writeBytes(bytes);
        String fromArray = outcome(wire, Unpooled.wrappedBuffer(bytes), reading);
        String fromMemory = outcome(wire, direct, reading);
        direct.release();
        assertThat(fromMemory).isEqualTo(fromArray);
    }

    private static String outcome(WireProtocol wire, ByteBuf buffer, Consumer<ThriftReader> reading) {
        ThriftReader in = wire.reader(DecodeLimits.DEFAULT.withMaxElements(10_000, "key")).reset(buffer);
        try {
            reading.accept(in);
            return "read, " + in.remaining() + " left";
        } catch (VoloException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.PROTOCOL);
            return String.valueOf(e.getMessage());
        } finally {
            in.finish();
        }
    }

    /** Reads each field as what it says it is. */
    private static List<Object> struct(ThriftReader in) {
        ImmutableList.Builder<Object> fields = ImmutableList.builder(0);
        in.structBegin();
        for (int field = in.readField(); field != 0; field = in.readField()) {
            fields.add(value(in, field));
        }
        in.structEnd();
        return fields.build();
    }

    private static Object value(ThriftReader in, int field) {
        return switch (field >>> 16) {
            case ThriftType.BOOL -> in.readBool();
            case ThriftType.BYTE -> in.readByte();
            case ThriftType.I16 -> in.readI16();
            case ThriftType.I32 -> in.readI32();
            case ThriftType.I64 -> in.readI64();
            case ThriftType.DOUBLE -> in.readDouble();
            case ThriftType.STRING -> (field & 1) == 0 ? in.readString() : in.readBinary();
            case ThriftType.UUID -> in.readUuid();
            case ThriftType.STRUCT -> struct(in);
            case ThriftType.LIST -> list(in);
            case ThriftType.SET -> set(in);
            case ThriftType.MAP -> map(in);
            default -> {
                in.skipField(field);
                yield field;
            }
        };
    }

    private static Object list(ThriftReader in) {
        int size = in.readListBegin(ThriftType.STRUCT);
        ImmutableList.Builder<Object> list = ImmutableList.builder(Math.max(0, size));
        for (int i = 0; i < size; i++) {
            list.add(struct(in));
        }
        return list.build();
    }

    private static Object set(ThriftReader in) {
        int size = in.readSetBegin(ThriftType.I64);
        ImmutableSet.Builder<Object> set = ImmutableSet.guardedBuilder(Math.max(0, size));
        for (int i = 0; i < size; i++) {
            set.add(in.readI64());
        }
        return set.build();
    }

    private static Object map(ThriftReader in) {
        int size = in.readMapBegin(ThriftType.STRING, ThriftType.BOOL);
        ImmutableMap.Builder<Object, Object> map = ImmutableMap.builder(Math.max(0, size));
        for (int i = 0; i < size; i++) {
            map.put(in.readString(), in.readBool());
        }
        return map.build();
    }

    /** A message with all types. */
    private static byte[] message(WireProtocol wire) {
        ByteBuf bytes = Unpooled.buffer();
        ThriftWriter out = wire.writer().reset(bytes);
        out.writeMessageBegin("fuzzed", MessageType.CALL, 7);
        out.structBegin();
        scalars(out);
        out.writeField(ThriftType.STRUCT << 16 | 9);
        out.structBegin();
        scalars(out);
        out.structEnd();
        out.writeField(ThriftType.LIST << 16 | 10);
        out.writeListBegin(ThriftType.STRUCT, 2);
        for (int i = 0; i < 2; i++) {
            out.structBegin();
            scalars(out);
            out.structEnd();
        }
        out.writeField(ThriftType.SET << 16 | 11);
        out.writeSetBegin(ThriftType.I64, 2);
        out.writeI64(-1);
        out.writeI64(Long.MAX_VALUE);
        out.writeField(ThriftType.MAP << 16 | 12);
        out.writeMapBegin(ThriftType.STRING, ThriftType.BOOL, 2);
        out.writeString("yes");
        out.writeBool(true);
        out.writeString("no");
        out.writeBool(false);
        out.writeField(ThriftType.LIST << 16 | 400);
        out.writeListBegin(ThriftType.LIST, 1);
        out.writeListBegin(ThriftType.I16, 20);
        for (int i = 0; i < 20; i++) {
            out.writeI16((short) i);
        }
        out.structEnd();
        return ByteBufUtil.getBytes(bytes);
    }

    private static void scalars(ThriftWriter out) {
        out.writeBoolField(ThriftType.BOOL << 16 | 1, true);
        out.writeByteField(ThriftType.BYTE << 16 | 2, (byte) 3);
        out.writeI16Field(ThriftType.I16 << 16 | 3, (short) -300);
        out.writeI32Field(ThriftType.I32 << 16 | 4, 70_000);
        out.writeI64Field(ThriftType.I64 << 16 | 5, 1L << 40);
        out.writeDoubleField(ThriftType.DOUBLE << 16 | 6, 0.5);
        out.writeBinaryField(ThriftType.STRING << 16 | 7, Binary.ofUtf8("bytes"));
        out.writeStringField(ThriftType.STRING << 16 | 8, "gr\u00fc\u00dfe");
    }
}
