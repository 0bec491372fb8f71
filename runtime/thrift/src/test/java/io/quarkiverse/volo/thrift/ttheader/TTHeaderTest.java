package io.quarkiverse.volo.thrift.ttheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** Beside the bytes of Kitex' encoder and of Volo's. */
class TTHeaderTest {

    private static final String CALL = "80010001000000044563686f000000010b000100000002686900";
    private static final String CALL_OF_VOLO = "80010001000000044563686f000000070c00010b00010000000268690000";

    private final TTHeaderReader reader = new TTHeaderReader();
    private final TTHeader header = reader.header();
    private final List<ByteBuf> buffers = new ArrayList<>();

    @AfterEach
    void release() {
        buffers.forEach(ByteBuf::release);
    }

    static Stream<Arguments> golden() {
        return Stream.of(
                vector("no info", "00000028 1000 0000 00000001 0001 00 00 0000", CALL, header -> {
                }),
                vector("a service", "00000034 1000 0000 00000001 0004 00 00 01 0001 0003 69736e 0003 537663 00", CALL,
                        header -> header.put("isn", "Svc")),
                vector("a method", "00000034 1000 0000 00000001 0004 00 00 10 0001 0009 0004 4563686f 000000", CALL,
                        header -> header.put(IntKey.TO_METHOD, "Echo")),
                vector("metainfo and a timeout",
                        "00000048 1000 0000 00000001 0009 00 00 01 0001 000d 5250435f504552534953545f6b 0001 76 "
                                + "10 0001 000c 0003 313030 000000",
                        CALL, header -> header.put("RPC_PERSIST_k", "v").put(IntKey.RPC_TIMEOUT, "100")),
                vector("a token", "0000002c 1000 0000 00000001 0002 00 00 11 0003 746f6b", CALL,
                        header -> header.token("tok")),
                vector("shared connection", "00000028 1000 0001 01020304 0001 00 00 0000", CALL,
                        header -> header.flags(TTHeader.OUT_OF_ORDER).sequenceId(0x01020304)),
                vector("a frame of a stream", "00000016 1000 0002 00000001 0003 10 00 10 0001 001b 0001 32 0000", "",
                        header -> header.flags(TTHeader.STREAMING).protocolId(0x10).put(IntKey.FRAME_TYPE, "2")),
                vector("Volo's request",
                        "0000008c 1000 0000 00000007 0018 0000 01 0002 000d 5250435f504552534953545f4b 0001 76 "
                                + "0003 69736e 000a 4563686f536572766572 10 0006 0010 0001 33 000c 0004 31303030 0003 0000 "
                                + "0009 0004 4563686f 0006 0004 6563686f 000b 000e 3132372e302e302e313a38303031 0000",
                        "0000001e" + CALL_OF_VOLO,
                        header -> header.sequenceId(7).put("RPC_PERSIST_K", "v").put("isn", "EchoServer")
                                .put(IntKey.WITH_HEADER, "3").put(IntKey.RPC_TIMEOUT, "1000").put(IntKey.FROM_SERVICE, "")
                                .put(IntKey.TO_METHOD, "Echo").put(IntKey.TO_SERVICE, "echo")
                                .put(IntKey.DEST_ADDRESS, "127.0.0.1:8001")),
                vector("Volo's reply", "00000038 1000 0000 00000007 0003 0000 10 0001 0016 0001 02 0000",
                        "0000001e80010002000000044563686f000000070c00000b00010000000268690000",
                        header -> header.sequenceId(7).put(IntKey.MESSAGE_TYPE, "\u0002")));
    }

    private static Arguments vector(String name, String bytes, String payload, Consumer<TTHeader> filler) {
        TTHeader header = new TTHeader().sequenceId(1);
        filler.accept(header);
        return Arguments.of(name, bytes.replace(" ", "") + payload, payload, header);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void isWrittenByteForByte(String name, String bytes, String payload, TTHeader header) {
        ByteBuf out = buffer("");
        // Messages stand behind one another.
        out.writeByte(0);

        int start = TTHeaderWriter.begin(out, header);
        out.writeBytes(ByteBufUtil.decodeHexDump(payload));
        TTHeaderWriter.end(out, start);

        assertThat(ByteBufUtil.hexDump(out.skipBytes(1))).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void isReadAsItWasWritten(String name, String bytes, String payload, TTHeader written) {
        ByteBuf message = buffer(bytes);
        header.put("of", "before").put(IntKey.TO_SERVICE, "before").token("before");
        assertThat(TTHeaderReader.begins(message)).isTrue();

        reader.read(message.skipBytes(4));

        assertThat(shown(header)).isEqualTo(shown(written));
        assertThat(ByteBufUtil.hexDump(message)).isEqualTo(payload);
    }

    /** Also not as these makers write it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "blocks in another order | 0006 00 00 10 0001 0009 0001 6d 11 0001 74 01 0001 0001 6b 0001 76 00 | "
                    + "0 1 0 t [9=m] k=v;",
            "two blocks of a kind    | 0005 00 00 01 0001 0001 6b 0001 76 01 0001 0001 6c 0001 77 | 0 1 0 null [] k=v;l=w;",
            "padding between blocks  | 0004 00 00 000000 01 0001 0001 6b 0001 76 0000 | 0 1 0 null [] k=v;",
            "transforms              | 0001 00 01 01 00 | 0 1 0 null []",
            "keys of no meaning      | 0003 00 00 10 0001 ffff 0001 76 0000 | 0 1 0 null []",
            "empty texts             | 0003 00 00 01 0001 0000 0000 000000 | 0 1 0 null [] =;",
            "Compact                 | 0001 02 00 0000 | 0 1 2 null []" })
    void isReadFromOthers(String name, String info, String expected) {
        reader.read(buffer("1000000000000001" + info + CALL));

        assertThat(shown(header)).isEqualTo(expected.strip());
    }

    @Test
    void ofAKeyThatComesAgainTheLastCounts() {
        reader.read(buffer("1000000000000001 0008 00 00 01 0002 0001 6b 0001 76 0001 6b 0001 77 "
                + "10 0002 0009 0001 61 0009 0001 62 000000"));

        assertThat(header.get("k")).isEqualTo("w");
        assertThat(header.get(IntKey.TO_METHOD)).isEqualTo("b");
        assertThat(header.get("l")).isNull();
        assertThat(header.get(IntKey.FROM_SERVICE)).isNull();
    }

    @Test
    void bytesThatAreNoTextAreMended() {
        reader.read(buffer("1000000000000001 0003 00 00 01 0001 0001 ff 0001 c3 0000"));

        assertThat(header.get("\ufffd")).isEqualTo("\ufffd");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "no words               | 0000 00 00 0000 | TTHeader size: 0 words (expected: 1 to 1, as the message has 14 bytes)",
            "more words than bytes  | 0002 00 00 0000 | TTHeader size: 2 words (expected: 1 to 1, as the message has 14 bytes)",
            "an unknown protocol    | 0001 05 00 0000 | TTHeader protocol id: 5 (expected: 0, Binary, or 2, Compact)",
            "an unknown block       | 0001 00 00 0200 | TTHeader info id: 2 (expected: 0, 1, 16 or 17)",
            "too many transforms    | 0001 00 03 0000 | TTHeader ends early: 2 bytes remain for a transforms (expected: 3)",
            "a key beyond the end   | 0002 00 00 01 0001 0002 6b | "
                    + "TTHeader ends early: 1 bytes remain for a text (expected: 2)",
            "a value beyond the end | 0003 00 00 01 0001 0001 6b ffff 0000 | "
                    + "TTHeader ends early: 2 bytes remain for a text (expected: 65535)",
            "a count that lies      | 0003 00 00 10 ffff 0009 0001 6d 0000 | "
                    + "TTHeader ends early: 0 bytes remain for a number (expected: 2)",
            "half a count           | 0001 00 00 00 01 | TTHeader ends early: 0 bytes remain for a number (expected: 2)" })
    void whatMakesNoSenseIsRefused(String name, String info, String message) {
        assertThatThrownBy(() -> reader.read(buffer("1000000000000001" + info)))
                .isInstanceOfSatisfying(VoloException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL))
                .hasMessage(message);
    }

    @Test
    void isToldFromOtherMessages() {
        assertThatThrownBy(() -> reader.read(buffer("0fff0000000000010001000000000000")))
                .hasMessage("TTHeader begins with 0xfff (expected: 0x1000)");
        assertThatThrownBy(() -> reader.read(buffer("100000000000")))
                .hasMessage("TTHeader message length: 6 (expected: at least 14)");
        assertThat(TTHeaderReader.begins(buffer("0000001a8001"))).isFalse();
    }

    @Test
    void aHeaderOf262140BytesIsRead() {
        int words = 0xffff;
        ByteBuf message = buffer("");
        message.writeShort(TTHeaderReader.MAGIC).writeShort(0).writeInt(1).writeShort(words).writeShort(0);
        // 65,535 keys take what there is: four bytes each, but for a few.
        int room = words * 4 - 2;
        int keys = (room - 3) / 4;
        message.writeByte(1).writeShort(keys).writeZero(keys * 4).writeZero(room - 3 - keys * 4);

        reader.read(message);

        assertThat(header.stringCount()).isEqualTo(keys);
        assertThat(message.isReadable()).isFalse();
    }

    @Test
    void aHeaderOf64KibIsNotWritten() {
        ByteBuf out = buffer("00");
        header.put("k", "v".repeat(65_535)).put("l", "v");

        assertThatThrownBy(() -> TTHeaderWriter.begin(out, header))
                .hasMessageStartingWith("TTHeader size: 65566 bytes (expected: at most 65535");
        assertThat(out.writerIndex()).isEqualTo(1);
        assertThatThrownBy(() -> TTHeaderWriter.begin(out, header.clear().put("k", "v".repeat(65_536))))
                .hasMessage("TTHeader text: 65536 bytes (expected: at most 65535)");
    }

    private static String shown(TTHeader header) {
        StringBuilder shown = new StringBuilder();
        List<String> ints = new ArrayList<>();
        for (int i = 0; i < header.intCount(); i++) {
            ints.add(header.intKey(i) + "=" + header.intValue(i));
        }
        shown.append(header.flags()).append(' ').append(header.sequenceId()).append(' ').append(header.protocolId())
                .append(' ').append(header.token()).append(' ').append(ints).append(' ');
        header.forEach((key, value) -> shown.append(key).append('=').append(value).append(';'));
        return shown.toString().strip();
    }

    private ByteBuf buffer(String hex) {
        ByteBuf buffer = Unpooled.buffer().writeBytes(ByteBufUtil.decodeHexDump(hex.replace(" ", "")));
        buffers.add(buffer);
        return buffer;
    }
}
