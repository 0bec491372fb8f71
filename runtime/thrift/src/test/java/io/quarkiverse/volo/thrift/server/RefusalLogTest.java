package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static io.quarkiverse.volo.thrift.testing.Messages.raw;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.testing.CapturedLog;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

/**
 * Each refusal is one line: at INFO if the connection goes with it, else at DEBUG, as any peer may cause as many as it likes.
 */
@ExtendWith(FailOnBufferLeak.class)
class RefusalLogTest {

    private final CapturedLog log = new CapturedLog("io.quarkiverse.volo.thrift.server");
    private final ServedChannel served = new ServedChannel(ThriftServerOptions.DEFAULT.withMaxFrameSize(100));

    @AfterEach
    void close() {
        served.close();
        log.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a negative length     | ffffffff 80010001 | message begins with 0xffff (expected: a frame length of at most 100, 0x8001, strict Binary, or 0x82 and version 1, Compact)
            a frame of no Thrift  | 0000000a 12345678 | frame begins with 0x1234 (expected: 0x8001, strict Binary, or 0x82 and version 1, Compact)
            a frame that is empty | 00000000 80010001 | message ends early: 0 bytes remain (expected: at least 4)
            """)
    void bytesThatCloseTheConnectionAreOneLine(String what, String bytes, String fault) {
        served.receive(Unpooled.wrappedBuffer(hex(bytes)), call(ECHO, 1, "behind"));

        assertThat(log.lines()).containsExactly("INFO closing the connection of peer.example:4711: " + fault);
    }

    @Test
    void aFrameBeyondTheLimitIsOneLine() {
        served.receive(call(ECHO, 1, "x".repeat(100)));

        assertThat(log.lines())
                .containsExactly("INFO closing the connection of peer.example:4711: frame length: 124 (expected: at most 100)");
    }

    @Test
    void aRefusedRequestIsOneLineForThoseWhoDebug() {
        served.receive(raw(1, "nope", 9, "00"), call(ECHO, 10, "still here"));

        assertThat(log.lines()).containsExactly("DEBUG refused a request of peer.example:4711: unknown method: 'nope'");
    }

    @Test
    void aCallThatSucceedsIsNoLine() {
        served.receive(call(ECHO, 1, "hi"));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aServicesRequestsThatAreNoUtf8AreToldOnce() {
        try (CapturedLog mended = new CapturedLog("io.quarkiverse.volo.thrift")) {
            served.receive(raw(1, "echo", 1, "0b 0001 00000001 ff 00"), raw(1, "echo", 2, "0b 0001 00000001 ff 00"));

            assertThat(served.reply()).isEqualTo("echo#1 = \ufffd");
            assertThat(served.reply()).isEqualTo("echo#2 = \ufffd");
            assertThat(mended.lines()).containsExactly("WARN requests to Echo: a string is no UTF-8; what is malformed was"
                    + " replaced by U+FFFD, and will be without a word from now on (malformed-utf8=reject makes it an error)");
        }
    }
}
