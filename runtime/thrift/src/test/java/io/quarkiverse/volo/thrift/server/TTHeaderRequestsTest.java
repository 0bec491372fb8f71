package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Echo.NOTE;
import static io.quarkiverse.volo.thrift.testing.Messages.around;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;

/** What a connection answers to requests in every form, and to TTHeaders that make no sense. */
class TTHeaderRequestsTest extends WithServedChannel {

    private static final MessageForm WITH_HEADER = MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY);

    static Stream<Arguments> forms() {
        return Stream.of(ThriftTransport.values()).flatMap(transport -> Stream.of(MessageProtocol.values())
                .map(protocol -> Arguments.of(MessageForm.of(transport, protocol))));
    }

    private static ByteBuf request(MessageForm form, int id, String text) {
        return call(ECHO, id, text, form, new TTHeader().sequenceId(id).protocolId(form.protocol().headerId()));
    }

    private static ByteBuf unordered(int id, String text) {
        return call(ECHO, id, text, WITH_HEADER, new TTHeader().sequenceId(id).flags(TTHeader.OUT_OF_ORDER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theReplyHasTheFormOfItsRequest(MessageForm form) {
        served.receive(request(form, 7, "hi"), call(ECHO, 8, "framed"), request(form, 9, "refuse"));

        assertThat(served.reply()).isEqualTo(around(form) + "echo#7 = hi");
        assertThat(served.reply()).isEqualTo("echo#8 = framed");
        assertThat(served.reply()).isEqualTo(around(form) + "echo#9 refused: not today");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aRequestInAnyFormMayComeByteByByte(MessageForm form) {
        ByteBuf requests = Unpooled.wrappedBuffer(request(form, 7, "byte by byte"), request(form, 8, "refuse"));
        while (requests.isReadable()) {
            served.receive(requests.readBytes(1));
        }
        requests.release();

        assertThat(served.reply()).isEqualTo(around(form) + "echo#7 = byte by byte");
        assertThat(served.reply()).isEqualTo(around(form) + "echo#8 refused: not today");
    }

    /** The TTHeader of Volo's golden request (wire.md B 2.1), around a call of ours. */
    private static ByteBuf withVolosHeader(ByteBuf framed) {
        byte[] header = hex("1000 0000 00000007 0018 0000 01 0002 000d 5250435f504552534953545f4b 0001 76 0003 69736e "
                + "000a 4563686f536572766572 10 0006 0010 0001 33 000c 0004 31303030 0003 0000 0009 0004 4563686f "
                + "0006 0004 6563686f 000b 000e 3132372e302e302e313a38303031 0000");
        return Unpooled.wrappedBuffer(Unpooled.buffer().writeInt(header.length + framed.readableBytes()).writeBytes(header),
                framed);
    }

    @Test
    void theReplyToVolosHeaderIsVolosButForTheMessageTypesDigit() {
        served.receive(withVolosHeader(call(ECHO, 7, "hi")));

        ByteBuf reply = served.channel.readOutbound();
        assertThat(ByteBufUtil.hexDump(reply)).isEqualTo(
                "0000003410000000000000070003000010000100160001320000"
                        + "0000001a" + "80010002000000046563686f00000007" + "0b0000000000026869" + "00");
        reply.release();
    }

    @Test
    void bothIdsComeBackAsTheyWere() {
        served.receive(call(ECHO, 5, "hi", WITH_HEADER, new TTHeader().sequenceId(-77)));

        ByteBuf reply = served.channel.readOutbound();
        reply.markReaderIndex().skipBytes(4);
        assertThat(new TTHeaderReader().read(reply).sequenceId()).isEqualTo(-77);
        reply.resetReaderIndex();
        served.channel.outboundMessages().add(reply);
        assertThat(served.reply()).isEqualTo("ttheader framed echo#5 = hi");
    }

    @Test
    void aRepliesTypeIsADigitAsKitexSendsIt() {
        served.receive(request(WITH_HEADER, 1, "hi"), request(WITH_HEADER, 2, "fail"));

        // Both left in one piece.
        ByteBuf replies = served.channel.readOutbound();
        int second = 4 + replies.getInt(0);
        assertThat(new TTHeaderReader().read(replies.slice(4, second - 4)).get(IntKey.MESSAGE_TYPE)).isEqualTo("2");
        assertThat(new TTHeaderReader().read(replies.slice(second + 4, replies.writerIndex() - second - 4))
                .get(IntKey.MESSAGE_TYPE)).isEqualTo("3");
        replies.release();
    }

    @Test
    void whoTakesRepliesInAnyOrderGetsThemWhenTheyAreReady() {
        served.receive(unordered(1, "slow 1"), unordered(2, "quick"));
        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = quick");

        served.answerSlow("done");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#1 = done");
    }

    @Test
    void whoDoesNotSaySoGetsThemInOrder() {
        served.receive(request(WITH_HEADER, 1, "slow 1"), request(WITH_HEADER, 2, "quick"));
        assertThat(served.reply()).isEqualTo("nothing");

        served.answerSlow("done");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#1 = done");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = quick");
    }

    @Test
    void aOnewayHoldsBackOnlyThoseBehindItThatWantOrder() {
        served.receive(call(NOTE, 1, "slow note"), unordered(2, "any order"), request(WITH_HEADER, 3, "in order"));

        assertThat(served.started).containsExactly("slow note", "any order");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = any order");
        assertThat(served.reply()).isEqualTo("nothing");
        served.answerSlow("done");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#3 = in order");
    }

    @Test
    void aHeartbeatIsEchoed() {
        served.receive(Unpooled.wrappedBuffer(hex("00000023 1000 0000 00000009 0001 0000 0000"
                + "00000011 80010006 00000004 6563686f 00000009 00")));

        ByteBuf reply = served.channel.readOutbound();
        assertThat(ByteBufUtil.hexDump(reply)).endsWith("00000011" + "80010006000000046563686f0000000900");
        reply.release();
        assertThat(served.started).isEmpty();
        assertThat(served.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2", "3", "4" })
    void aStreamIsResetAndTheConnectionKept(String frameType) {
        served.receive(Unpooled.wrappedBuffer(hex("0000001e 1000 0002 00000007 0005 1000"
                + "10 0002 001b 0001 %02x 0009 0004 4563686f 0000".formatted((int) frameType.charAt(0)))), call(ECHO, 8, "hi"));

        ByteBuf reset = served.channel.readOutbound();
        reset.skipBytes(4);
        TTHeader header = new TTHeaderReader().read(reset);
        assertThat(header.flags()).isEqualTo(TTHeader.STREAMING);
        assertThat(header.sequenceId()).isEqualTo(7);
        assertThat(header.get(IntKey.FRAME_TYPE)).isEqualTo("5");
        assertThat(header.get(IntKey.TO_METHOD)).isEqualTo("Echo");
        assertThat(ByteBufUtil.hexDump(reset)).startsWith("80010003" + "00000004" + "4563686f" + "00000007");
        reset.release();
        assertThat(served.reply()).isEqualTo("echo#8 = hi");
    }

    @Test
    void theEndOfAStreamIsNotAnswered() {
        served.receive(Unpooled.wrappedBuffer(hex("00000016 1000 0002 00000007 0003 1000 10 0001 001b 0001 35 0000")),
                call(ECHO, 8, "hi"));

        assertThat(served.reply()).isEqualTo("echo#8 = hi");
    }

    /** Beside each other's header: what is wrong, in the one line that the log gets. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a header beyond the message | 00000014 1000 0000 00000001 0009 0000 000000000000 00000000
            no header at all            | 00000014 1000 0000 00000001 0000 0000 000000000000 00000000
            a length below the header's | 00000005 1000 0000 00000001 0001 0000 0000 0000
            a key beyond the header     | 00000014 1000 0000 00000001 0002 0000 01 0001 7fff 61 0000 0000
            a value beyond the header   | 00000014 1000 0000 00000001 0002 0000 01 0001 0000 ffff 00 0000
            a count that lies           | 00000014 1000 0000 00000001 0002 0000 10 ffff 0001 0000 00 0000
            65,535 keys that are not    | 00000014 1000 0000 00000001 0002 0000 01 ffff 0000 0000 00 0000
            an unknown info id          | 00000012 1000 0000 00000001 0002 0000 02 000000000000 0000
            an unknown protocol id      | 0000000e 1000 0000 00000001 0001 0500 0000
            transforms beyond it        | 0000000e 1000 0000 00000001 0001 00ff 0000
            a length of 4 GiB           | ffffffff 1000 0000 00000001 0001 0000 0000
            Kitex-Protobuf              | 0000001a 9001 0001 00000004 6563686f 00000001
            Kitex-Protobuf behind it    | 00000026 1000 0000 00000001 0001 0000 0000 00000014 9001 0001 00000004 6563686f 00000001 00000000
            the mesh header             | ffaf 0004 00000000
            no payload                  | 0000000e 1000 0000 00000001 0001 0000 0000
            """)
    void bytesThatMakeNoSenseCloseTheConnection(String what, String bytes) {
        served.receive(Unpooled.wrappedBuffer(hex(bytes)), call(ECHO, 8, "hi"));

        assertThat(served.reply()).isEqualTo("nothing");
        assertThat(served.started).isEmpty();
        served.channel.advanceTimeBy(2, java.util.concurrent.TimeUnit.SECONDS);
        served.channel.runScheduledPendingTasks();
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void transformsArePassedOver() {
        served.receive(Unpooled.wrappedBuffer(
                Unpooled.buffer().writeInt(14 + 30).writeBytes(hex("1000 0000 00000001 0001 0001 01 00")),
                call(ECHO, 8, "hi").slice()));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#8 = hi");
    }

    @Test
    void keysThatAreNoUtf8AreBorne() {
        served.receive(Unpooled.wrappedBuffer(
                Unpooled.buffer().writeInt(22 + 30).writeBytes(hex("1000 0000 00000001 0003 0000 01 0001 0001 ff 0000 0000")),
                call(ECHO, 8, "hi").slice()));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#8 = hi");
    }

    @Test
    void anEndlessMessageIsAnsweredWhenItsHeadersAreThere() {
        served.receive(Unpooled.wrappedBuffer(hex("7fffffff 1000 0000 00000001 0001 0000 0000 7ffffff1"
                + "80010001 00000004 6563686f 00000009" + "00".repeat(1024))));

        assertThat(served.reply())
                .isEqualTo("ttheader framed echo#9 ! 7: 'echo': message size: 2147483629 (expected: at most 16777216)");
    }
}
