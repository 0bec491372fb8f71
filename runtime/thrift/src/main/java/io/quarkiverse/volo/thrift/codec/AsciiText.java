package io.quarkiverse.volo.thrift.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * Turns texts into bytes without an array for each: {@link String#getBytes} makes one that is as long as the text. Only for
 * plain ASCII, and up to a length; one instance per thread.
 */
final class AsciiText {

    static final int LONGEST = 4096;

    private static final FastThreadLocal<AsciiText> OF_THREAD = new FastThreadLocal<>() {

        @Override
        protected AsciiText initialValue() {
            return new AsciiText();
        }
    };
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    /** Shorter texts are done sooner than the encoder has begun. */
    private static final int SHORT = 32;

    private final char[] characters = new char[LONGEST];
    private final byte[] bytes = new byte[LONGEST];
    private final CharBuffer from = CharBuffer.wrap(characters);
    private final ByteBuffer to = ByteBuffer.wrap(bytes);
    // Of all encoders, the one that works on many characters at once on every JDK.
    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();

    private AsciiText() {
    }

    static AsciiText ofThread() {
        return OF_THREAD.get();
    }

    /** Takes a text of at most {@value #LONGEST} characters; whether it is plain ASCII and its {@link #bytes()} are valid. */
    boolean take(String text) {
        return text.length() <= SHORT ? takeShort(text) : takeLong(text);
    }

    /** As many as the text that was {@linkplain #take taken} has characters; valid until the next one is taken. */
    byte[] bytes() {
        return bytes;
    }

    private boolean takeShort(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            all |= next;
            bytes[i] = (byte) next;
        }
        return all < 0x80;
    }

    private boolean takeLong(String text) {
        int length = text.length();
        text.getChars(0, length, characters, 0);
        from.limit(length).position(0);
        to.clear();
        return !latin1.reset().encode(from, to, true).isError() && isAscii(length);
    }

    private boolean isAscii(int length) {
        long all = 0;
        int i = 0;
        for (; i + 31 < length; i += 32) {
            all |= (long) LONGS.get(bytes, i) | (long) LONGS.get(bytes, i + 8) | (long) LONGS.get(bytes, i + 16)
                    | (long) LONGS.get(bytes, i + 24);
        }
        for (; i < length; i++) {
            all |= bytes[i];
        }
        return (all & NOT_ASCII) == 0;
    }
}
