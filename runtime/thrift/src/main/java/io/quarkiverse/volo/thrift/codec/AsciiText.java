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
 * Turns long texts of plain ASCII into bytes, many characters at once, and without an array for each as {@link String#getBytes}
 * makes. One instance per thread.
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

    private final char[] characters = new char[LONGEST];
    private final CharBuffer from = CharBuffer.wrap(characters);
    // Of all encoders, the one that works on many characters at once on every JDK.
    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();
    private ByteBuffer to = ByteBuffer.allocate(0);

    private AsciiText() {
    }

    static AsciiText ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Writes a text of at most {@value #LONGEST} characters.
     *
     * @param target has room for the text
     * @return whether it is plain ASCII; if not, what was written is of no use
     */
    boolean encode(String text, byte[] target, int start) {
        int length = text.length();
        text.getChars(0, length, characters, 0);
        from.limit(length).position(0);
        ByteBuffer bytes = view(target).limit(start + length).position(start);
        return !latin1.reset().encode(from, bytes, true).isError() && isAscii(target, start, length);
    }

    /** Nearly always the thread's scratch memory. Longer arrays are not kept from the garbage collector. */
    private ByteBuffer view(byte[] target) {
        if (to.array() == target) {
            return to;
        }
        ByteBuffer view = ByteBuffer.wrap(target);
        if (target.length <= ScratchMemory.SIZE) {
            to = view;
        }
        return view;
    }

    private static boolean isAscii(byte[] bytes, int start, int length) {
        long all = 0;
        int end = start + length;
        int i = start;
        for (; i + 31 < end; i += 32) {
            all |= (long) LONGS.get(bytes, i) | (long) LONGS.get(bytes, i + 8) | (long) LONGS.get(bytes, i + 16)
                    | (long) LONGS.get(bytes, i + 24);
        }
        for (; i < end; i++) {
            all |= bytes[i];
        }
        return (all & NOT_ASCII) == 0;
    }
}
