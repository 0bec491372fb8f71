package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Echo.NOTE;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;

/** How a connection comes to its end when the server stops, or when it has grown old; its time is the test's. */
class ConnectionEndTest extends WithServedChannel {

    private static final MessageForm WITH_HEADER = MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY);

    @BeforeEach
    void stopTheClock() {
        served.channel.freezeTime();
    }

    private static ByteBuf told(int id, String text) {
        return call(ECHO, id, text, WITH_HEADER, new TTHeader().sequenceId(id));
    }

    private static ByteBuf multiplexed(int id, String text) {
        return call(ECHO, id, text, WITH_HEADER, new TTHeader().sequenceId(id).flags(TTHeader.OUT_OF_ORDER));
    }

    private void drain() {
        served.server.drain();
        served.channel.runPendingTasks();
    }

    private void growOld() {
        served.connection.grownOld();
        served.channel.runPendingTasks();
    }

    /** The connection looks again once if something has happened since it looked. */
    private boolean isClosedInTwo(long millis) {
        assertThat(served.isOpen()).as("is open before").isTrue();
        served.pass(millis);
        served.pass(millis);
        return !served.isOpen();
    }

    private TTHeader nextHeader() {
        ByteBuf message = served.channel.readOutbound();
        TTHeader header = new TTHeaderReader().read(message.skipBytes(4));
        message.release();
        return header;
    }

    @ParameterizedTest
    @ValueSource(strings = { "hi", "refuse", "fail", "biz", "send back", "too late" })
    void everyReplyWithATTHeaderSaysSo(String text) {
        served.receive(told(1, text));
        assertThat(nextHeader().get(TextKey.CONNECTION_RESET)).isNull();

        drain();
        served.receive(told(2, text));

        assertThat(nextHeader().get(TextKey.CONNECTION_RESET)).isEqualTo("1");
    }

    @Test
    void theAnswerToARequestThatNobodyServesSaysSo() {
        served.receive(told(1, "hi"));
        served.reply();
        drain();
        served.server.routes(ThriftRoutes.NONE);
        served.receive(told(2, "hi"));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 ! 1: unknown method: 'echo'");
        assertThat(served.lastReset()).isEqualTo("1");
    }

    @Test
    void theAnswerToBytesThatEndTheConnectionSaysSo() {
        serve(ThriftServerOptions.DEFAULT.withMaxFrameSize(100));
        served.receive(told(1, "x".repeat(2000)));

        assertThat(served.reply()).contains("message size");
        assertThat(served.lastReset()).isEqualTo("1");
    }

    @Test
    void aPeerThatWasToldHasAMomentToHangUp() {
        drain();
        served.receive(told(1, "hi"));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#1 = hi");
        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void whatAPeerHadSentBeforeItWasToldIsServed() {
        drain();
        served.receive(told(1, "first"));
        served.pass(ConnectionEnd.MOMENT_MILLIS - 1);
        served.receive(told(2, "second"));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#1 = first");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = second");
        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void anIdleConnectionIsClosedInAMoment() {
        served.receive(call(ECHO, 1, "hi"));
        served.reply();
        drain();
        served.pass(ConnectionEnd.MOMENT_MILLIS - 1);
        assertThat(served.isOpen()).isTrue();
        served.pass(1);

        assertThat(served.isOpen()).isFalse();
        assertThat(served.reply()).isEqualTo("nothing");
    }

    @Test
    void anIdleConnectionThatCouldHaveBeenToldIsClosedInAMomentWithoutAWord() {
        served.receive(told(1, "hi"));
        served.reply();
        drain();

        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
        assertThat(served.reply()).isEqualTo("nothing");
    }

    @Test
    void aRequestThatComesInThatMomentIsServed() {
        served.receive(told(1, "hi"));
        served.reply();
        drain();
        served.pass(ConnectionEnd.MOMENT_MILLIS - 1);
        served.receive(told(2, "in time"));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = in time");
        assertThat(served.lastReset()).isEqualTo("1");
    }

    /** wire.md: TTHeader, sequence id 0, method "none", an empty struct, crrst = 1, message type REPLY. */
    @Test
    void aPeerWithManyCallsIsToldWithoutBeingAsked() {
        served.receive(multiplexed(1, "hi"));
        served.reply();
        drain();

        ByteBuf notice = served.channel.readOutbound();
        String bytes = ByteBufUtil.hexDump(notice);
        notice.release();
        assertThat(bytes).isEqualTo(ByteBufUtil.hexDump(hex("0000002f 1000 0000 00000000 0004 0000"
                + "01 0001 0005 6372727374 0001 31 00" + "00000011 80010002 00000004 6e6f6e65 00000000 00")));
        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void whoHasManyCallsUnderWayIsToldBeforeTheyEnd() {
        served.receive(multiplexed(1, "slow 1"), multiplexed(2, "slow 2"));
        drain();
        assertThat(nextHeader().get(TextKey.CONNECTION_RESET)).isEqualTo("1");
        served.receive(multiplexed(3, "on its way"));
        assertThat(served.reply()).isEqualTo("ttheader framed echo#3 = on its way");

        served.answerSlow("one");
        served.pass(10_000);
        assertThat(served.isOpen()).isTrue();
        served.answerSlow("two");

        assertThat(served.reply()).isEqualTo("ttheader framed echo#1 = one");
        assertThat(served.lastReset()).isEqualTo("1");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = two");
        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aCallUnderWayIsWaitedFor(boolean header) {
        served.receive(header ? told(1, "slow") : call(ECHO, 1, "slow"));
        drain();
        served.pass(60_000);
        assertThat(served.isOpen()).isTrue();

        served.answerSlow("at last");

        assertThat(served.reply()).endsWith("echo#1 = at last");
        assertThat(served.lastReset()).isEqualTo(header ? "1" : null);
        served.pass(ConnectionEnd.MOMENT_MILLIS);
        served.pass(ConnectionEnd.MOMENT_MILLIS);
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void aThreadThatOutlastsItsCallIsWaitedFor() {
        served.receive(call(ECHO, 1, "held"));
        assertThat(served.reply()).isEqualTo("echo#1 = held");
        drain();
        served.pass(60_000);
        assertThat(served.isOpen()).isTrue();

        served.release();

        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void aOnewayIsWaitedFor() {
        served.receive(call(NOTE, 1, "slow note"));
        drain();
        served.pass(60_000);
        assertThat(served.isOpen()).isTrue();

        served.answerSlow("noted");

        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void whatGoesOnWithoutItsCallerIsWaitedFor() {
        served.receive(call(NOTE, 1, "slow note"));
        drain();
        served.channel.close();
        served.channel.runPendingTasks();
        assertThat(served.server.connectionsClosed().isComplete()).isFalse();

        served.answerSlow("noted");

        assertThat(served.server.connectionsClosed().isComplete()).isTrue();
    }

    @Test
    void aThreadIsWaitedForWhenItsCallerHasBeenAnsweredAndHungUp() {
        served.receive(call(ECHO, 1, "held"));
        served.reply();
        drain();
        served.channel.close();
        served.channel.runPendingTasks();
        assertThat(served.server.connectionsClosed().isComplete()).isFalse();

        served.release();

        assertThat(served.server.connectionsClosed().isComplete()).isTrue();
    }

    @Test
    void theRestOfAMessageIsWaitedFor() {
        ByteBuf request = call(ECHO, 1, "in two pieces");
        served.receive(request.readBytes(20));
        drain();
        served.pass(5_000);
        served.receive(request.readBytes(request.readableBytes()));
        request.release();

        assertThat(served.reply()).isEqualTo("echo#1 = in two pieces");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void aFramedConnectionIsClosedWithItsReply() {
        served.receive(call(ECHO, 1, "slow"));
        drain();
        served.receive(call(ECHO, 2, "arrives while draining"));
        served.answerSlow("first");

        assertThat(served.reply()).isEqualTo("echo#1 = first");
        assertThat(served.reply()).isEqualTo("echo#2 = arrives while draining");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void allRequestsOfOneReadAreAnsweredBeforeTheConnectionIsClosed() {
        served.receive(call(ECHO, 1, "hi"));
        served.reply();
        drain();
        served.channel.writeOneInbound(call(ECHO, 2, "one"));
        served.channel.writeOneInbound(call(ECHO, 3, "two"));
        served.channel.flushInbound();

        assertThat(served.reply()).isEqualTo("echo#2 = one");
        assertThat(served.reply()).isEqualTo("echo#3 = two");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void whatWaitsBehindAOnewayIsServed() {
        served.receive(call(NOTE, 1, "slow note"), call(ECHO, 2, "behind it"));
        drain();
        served.answerSlow("noted");

        assertThat(served.reply()).isEqualTo("echo#2 = behind it");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void anOldConnectionIsNotClosedBeforeItsPeerIsTold() {
        served.receive(told(1, "hi"));
        served.reply();
        growOld();
        served.pass(60_000);
        assertThat(served.isOpen()).isTrue();

        served.receive(told(2, "hi again"));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#2 = hi again");
        assertThat(served.lastReset()).isEqualTo("1");
        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void anOldFramedConnectionIsServedUntilItIsQuiet() {
        growOld();
        for (int i = 1; i <= 5; i++) {
            served.receive(call(ECHO, i, "still here"));
            assertThat(served.reply()).isEqualTo("echo#" + i + " = still here");
            served.pass(ConnectionEnd.LONG_MOMENT_MILLIS / 2 - 1);
            served.pass(ConnectionEnd.LONG_MOMENT_MILLIS / 2 - 1);
            assertThat(served.isOpen()).isTrue();
        }

        assertThat(isClosedInTwo(ConnectionEnd.LONG_MOMENT_MILLIS)).isTrue();
    }

    @Test
    void anOldConnectionWithManyCallsIsToldWithoutBeingAsked() {
        served.receive(multiplexed(1, "hi"));
        served.reply();
        growOld();

        assertThat(nextHeader().get(TextKey.CONNECTION_RESET)).isEqualTo("1");
        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void aServerThatStopsHurriesOldConnections() {
        served.receive(told(1, "hi"));
        served.reply();
        growOld();
        drain();

        assertThat(isClosedInTwo(ConnectionEnd.MOMENT_MILLIS)).isTrue();
    }

    @Test
    void badBytesCloseAConnectionThatEndsAsAnyOther() {
        served.receive(call(ECHO, 1, "slow"));
        drain();
        served.receive(Unpooled.wrappedBuffer(hex("ffffffff 80010001")));
        served.answerSlow("at last");

        assertThat(served.reply()).isEqualTo("echo#1 = at last");
        assertThat(served.isOpen()).isFalse();
    }
}
