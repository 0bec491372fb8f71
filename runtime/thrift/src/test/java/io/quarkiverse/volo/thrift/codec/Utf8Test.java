package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

class Utf8Test {

    /** Beyond ASCII each; the low bytes of the last two look like ASCII. */
    private static final String[] OTHERS = { "\u0080", "\u00e4", "\u00ff", "\u4e2d", "\ud83d\ude00", "\ud800", "\u0141",
            "\u0100" };

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 39, 40, 41, 63, 64, 65, 1024, 4095, 4096, 4097, 10_000 })
    void textsOfAnyLengthAreWrittenAsTheirUtf8(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (i % 0x80));
        }
        assertWrittenAsUtf8(text.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 8, 9, 31, 32, 33, 39, 40, 41, 63, 64, 65, 1024 })
    void aCharacterBeyondAsciiIsFoundWhereverItIs(int length) {
        for (String other : OTHERS) {
            for (int at = 0; at < length; at++) {
                assertWrittenAsUtf8("x".repeat(at) + other + "x".repeat(Math.max(0, length - at - other.length())));
            }
        }
    }

    @Test
    void aTextBeyondAsciiLeavesNothingBehindForTheNextOne() {
        assertWrittenAsUtf8("\u00e4".repeat(200));
        assertWrittenAsUtf8("x".repeat(100));
        assertWrittenAsUtf8("\u4e2d".repeat(20));
        assertWrittenAsUtf8("x".repeat(20));
    }

    @Test
    void aWriterMakesNoArrayForAPlainText() {
        String text = "x".repeat(1024);
        ByteBuf written = Unpooled.buffer(2048);
        BinaryWriter writer = new BinaryWriter();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int times = 10_000;
        // What is made once for the thread.
        writer.reset(written).writeString(text);
        writer.finish();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            writer.reset(written.clear()).writeString(text);
            writer.finish();
        }

        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / times).as("bytes for each text").isLessThan(100);
    }

    private static void assertWrittenAsUtf8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuf expected = Unpooled.buffer().writeInt(utf8.length).writeBytes(utf8);
        ByteBuf written = Unpooled.buffer();
        BinaryWriter out = new BinaryWriter().reset(written);
        out.writeString(text);
        out.finish();
        assertThat(written).as("%d characters", text.length()).isEqualTo(expected);
    }
}
