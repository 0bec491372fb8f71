package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Echo.WRAPPED;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static io.quarkiverse.volo.thrift.testing.Messages.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What a connection answers to good requests, to bad ones and to bytes that are no request. */
class ThriftServerConnectionTest extends WithServedChannel {

    @Test
    void theReplyIsFramedIfTheRequestWas() {
        served.receive(call(ECHO, 1, "framed", true), call(ECHO, 2, "bare", false), call(ECHO, 3, "framed again", true));

        assertThat(served.reply()).isEqualTo("echo#1 = framed");
        assertThat(served.reply()).isEqualTo("bare echo#2 = bare");
        assertThat(served.reply()).isEqualTo("echo#3 = framed again");
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aRequestMayComeByteByByte(boolean framed) {
        ByteBuf request = call(ECHO, 7, "byte by byte", framed);
        while (request.isReadable()) {
            served.receive(request.readBytes(1));
        }
        request.release();

        assertThat(served.reply()).endsWith("echo#7 = byte by byte");
    }

    @Test
    void aBareRequestWithEveryTypeInItIsCutAtItsEnd() {
        // Fields of every type that the method does not know, before its own one.
        String unknown = "02 0010 01  03 0011 7f  06 0012 0001  08 0013 00000001  0a 0014 0000000000000001"
                + " 04 0015 3ff0000000000000  0b 0016 00000002 6869  10 0017 00112233445566778899aabbccddeeff"
                + " 0f 0018 0b 00000002 00000001 61 00000000  0e 0019 08 00000001 00000007"
                + " 0d 001a 0b0f 00000002 00000001 61 02 00000003 010101 00000001 62 02 00000000"
                + " 0d 001b 0000 00000000  0c 001c 0c 0001 00 00  0f 001d 0c 00000002 00 08000100000001 00";
        ByteBuf framed = raw(1, "echo", 5, unknown + "0b 0001 00000002 6f6b 00");
        framed.skipBytes(4);
        served.receive(framed, call(ECHO, 6, "next", false));

        assertThat(served.reply()).isEqualTo("bare echo#5 = ok");
        assertThat(served.reply()).isEqualTo("bare echo#6 = next");
    }

    @Test
    void aDeclaredExceptionIsAReply() {
        served.receive(call(ECHO, 1, "refuse"));

        assertThat(served.reply()).isEqualTo("echo#1 refused: not today");
    }

    @ParameterizedTest
    @CsvSource({ "fail", "throw", "no uni" })
    void anUnexpectedErrorIsAnInternalErrorWithoutItsMessage(String text) {
        served.receive(call(ECHO, 1, text));

        assertThat(served.reply()).isEqualTo("echo#1 ! 6: Echo.echo: internal error");
        assertThat(served.isOpen()).isTrue();
    }

    @Test
    void aMissingResultOfANonVoidMethodIsToldAsSuch() {
        served.receive(call(ECHO, 1, "null"));

        assertThat(served.reply()).isEqualTo("echo#1 ! 5: Echo.echo: the result is missing");
    }

    @Test
    void anUnknownMethodKeepsTheConnection() {
        served.receive(raw(1, "nope", 9, "0b 0001 00000002 6869 00"), call(ECHO, 10, "still here"));

        assertThat(served.reply()).isEqualTo("nope#9 ! 1: unknown method: 'nope'");
        assertThat(served.reply()).isEqualTo("echo#10 = still here");
    }

    @Test
    void aMessageThatIsNoRequestIsAnswered() {
        served.receive(raw(2, "echo", 4, "00"));

        assertThat(served.reply()).isEqualTo("echo#4 ! 2: message type: 2 (expected: 1, call, or 4, oneway)");
        assertThat(served.isOpen()).isTrue();
    }

    @Test
    void nothingIsAnsweredToAMessageOfTypeOneway() {
        served.receive(raw(4, "echo", 1, "00"), raw(4, "nope", 2, "00"), call(ECHO, 3, "hi"));

        assertThat(served.reply()).isEqualTo("echo#3 = hi");
    }

    @Test
    void nothingIsAnsweredToAOnewayMethodWhateverTheType() {
        served.receive(raw(1, "note", 1, "00"), call(ECHO, 3, "hi"));

        assertThat(served.reply()).isEqualTo("echo#3 = hi");
    }

    @Test
    void aMissingStructArgumentIsAProtocolErrorThatNamesMethodAndArgument() {
        served.receive(raw(1, "wrapped", 1, "00"), call(WRAPPED, 2, "there"));

        assertThat(served.reply()).isEqualTo("wrapped#1 ! 7: Echo.wrapped: Echo.wrapped: required field 'inner' is missing");
        assertThat(served.reply()).isEqualTo("wrapped#2 = there");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a list that claims 2^31 elements | 0f 0002 0b 80000000 00 | container size: 2147483648 (expected: at most 0, as 1 bytes remain)
            a list of bools beyond the bytes | 0f 0002 02 00000005 01 00 | container size: 5 (expected: at most 2, as 2 bytes remain)
            a map beyond the bytes           | 0d 0002 0b0b 00000002 0000000000000000 00 | container size: 2 (expected: at most 1, as 9 bytes remain)
            a string beyond the bytes        | 0b 0001 7fffffff 00 | string length: 2147483647 (expected: 0-1, the bytes that remain)
            a negative string length         | 0b 0001 ffffffff 00 | string length: -1 (expected: 0-1, the bytes that remain)
            an unknown type                  | 63 0001 00 | type: 99 (expected: one of 2-4, 6, 8, 10-16)
            a list of an unknown type        | 0f 0002 63 00000001 00 | element type: 99 (expected: one of 2-4, 6, 8, 10-16)
            a struct without an end          | 0b 0001 00000001 61 | message ends early: 0 bytes remain (expected: at least 1)
            """)
    void aMalformedBodyInAFrameIsAnsweredAndKeepsTheConnection(String what, String body, String message) {
        served.receive(raw(1, "echo", 1, body), call(ECHO, 2, "still here"));

        assertThat(served.reply()).isEqualTo("echo#1 ! 7: Echo.echo: " + message);
        assertThat(served.reply()).isEqualTo("echo#2 = still here");
    }

    @Test
    void nestingOfTenThousandIsRefused() {
        served.receive(raw(1, "echo", 1, "0c0002".repeat(10_000) + "00".repeat(10_001)), call(ECHO, 2, "still here"));

        assertThat(served.reply()).isEqualTo("echo#1 ! 7: Echo.echo: nesting depth: 65 (expected: at most 64)");
        assertThat(served.reply()).isEqualTo("echo#2 = still here");
    }

    @Test
    void bareNestingOfTenThousandIsAnsweredAndCloses() {
        ByteBuf deep = raw(1, "echo", 1, "0c0002".repeat(10_000) + "00".repeat(10_001));
        deep.skipBytes(4);
        served.receive(deep);

        assertThat(served.reply()).isEqualTo("bare echo#1 ! 7: 'echo': nesting depth: 66 (expected: at most 64)");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void aFrameBeyondTheLimitIsAnsweredAndCloses() {
        serve(ThriftServerOptions.DEFAULT.withMaxFrameSize(100));
        served.receive(call(ECHO, 1, "x".repeat(100)));

        assertThat(served.reply()).isEqualTo("echo#1 ! 7: 'echo': frame length: 124 (expected: at most 100)");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void aBareMessageBeyondTheLimitIsAnsweredAndCloses() {
        serve(ThriftServerOptions.DEFAULT.withMaxFrameSize(100));
        served.receive(call(ECHO, 1, "x".repeat(100), false));

        assertThat(served.reply()).startsWith("bare echo#1 ! 7: 'echo': message size: more than 100");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void callsUnderWayAreAnsweredBeforeBadBytesCloseTheConnection() {
        served.receive(call(ECHO, 1, "slow"), Unpooled.wrappedBuffer(hex("ffffffff 80010001")));
        assertThat(served.isOpen()).isTrue();

        served.answerSlow("at last");

        assertThat(served.reply()).isEqualTo("echo#1 = at last");
        assertThat(served.isOpen()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "garbage, deadbeefdeadbeef", "a negative length, ffffffff80010001", "a frame of no Thrift, 0000000a12345678",
            "an old unversioned message, 0000000c 00000004 6563686f" })
    void bytesThatAreNoMessageClose(String what, String bytes) {
        served.receive(Unpooled.wrappedBuffer(hex(bytes)));

        assertThat(served.reply()).isEqualTo("nothing");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void aTruncatedMessageIsForgottenWithItsConnection() {
        ByteBuf request = call(ECHO, 1, "never ends");
        served.receive(request.readBytes(20));
        request.release();

        served.channel.close();

        assertThat(served.reply()).isEqualTo("nothing");
        assertThat(served.started).isEmpty();
    }

    @Test
    void aGateHoldsRequestsBackInTheirOrder() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        served.server.gate((peer, proceed) -> waiting.add(proceed));
        served.receive(call(ECHO, 1, "first"), call(ECHO, 2, "second"));
        assertThat(served.started).isEmpty();

        waiting.remove().run();
        served.channel.runPendingTasks();
        assertThat(served.started).containsExactly("first");

        served.server.routes(ThriftRoutes.NONE);
        waiting.remove().run();
        served.channel.runPendingTasks();
        assertThat(served.reply()).isEqualTo("echo#1 = first");
        assertThat(served.reply()).isEqualTo("echo#2 ! 1: unknown method: 'echo'");
    }

    @Test
    void textComesBackAsItWas() {
        String text = "ascii, \u00e4\u00f6\u00fc, \u4f60\u597d, \ud83d\ude00";
        served.receive(call(ECHO, 1, text));

        assertThat(served.reply()).isEqualTo("echo#1 = " + text);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(27);
    }

    @Test
    void anAnswerThatWouldBeTooLongIsCutInsteadOfSwallowed() {
        serve(ThriftServerOptions.DEFAULT.withMaxFrameSize(600));
        served.receive(raw(1, "m".repeat(150), 1, "00"), call(ECHO, 2, "long-winded"), call(ECHO, 3, "next"));

        assertThat(served.reply()).startsWith("m".repeat(150) + "#1 ! 1: unknown method: 'mmm");
        assertThat(served.reply()).isEqualTo("echo#2 ! 6: " + "e".repeat(1024));
        assertThat(served.reply()).isEqualTo("echo#3 = next");
    }

    @Test
    void aMethodNameThatIsLongerThanAnyIsRefusedWithTheConnection() {
        served.receive(raw(1, "m".repeat(10_000_000), 1, "00"), call(ECHO, 2, "next"));

        assertThat(served.reply()).isEqualTo("nothing");
        assertThat(served.isOpen()).isFalse();
    }

    @Test
    void anErrorInTheMiddleOfWritingIsAnsweredLikeAnyOther() {
        served.receive(call(ECHO, 1, "slow"), call(ECHO, 2, "next"));
        served.slow.remove().complete("overflows");
        served.channel.runPendingTasks();

        assertThat(served.reply()).isEqualTo("echo#1 ! 6: Echo.echo: internal error");
        assertThat(served.reply()).isEqualTo("echo#2 = next");
    }

    @Test
    void argumentsThatCannotBeReadAreNotAnsweredIfTheMethodIsOneway() {
        served.receive(raw(1, "note", 1, "0b0001 7fffffff 00"), call(ECHO, 2, "next"));

        assertThat(served.reply()).isEqualTo("echo#2 = next");
    }

    @Test
    void aFrameWithoutAWholeHeaderIsNotTakenForTheRequestBehindIt() {
        served.receive(Unpooled.wrappedBuffer(hex("00000008 80010001 00000004")), call(ECHO, 2, "next"));

        assertThat(served.reply()).isEqualTo("nothing");
        assertThat(served.isOpen()).isFalse();
    }
}
