package io.quarkiverse.volo.thrift.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells plain ASCII from other bytes, eight at a time. */
final class Ascii {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Ascii() {
    }

    static boolean isAscii(byte[] bytes, int start, int length) {
        if (length < Long.BYTES) {
            return areAscii(bytes, start, length);
        }
        int last = start + length - Long.BYTES;
        // The last eight once more, if the length is no multiple of eight: cheaper than one by one.
        long all = getLong(bytes, last);
        int i = start;
        for (; i <= last - 56; i += 64) {
            all |= getLong(bytes, i) | getLong(bytes, i + 8) | getLong(bytes, i + 16) | getLong(bytes, i + 24)
                    | getLong(bytes, i + 32) | getLong(bytes, i + 40) | getLong(bytes, i + 48) | getLong(bytes, i + 56);
        }
        for (; i < last; i += 8) {
            all |= getLong(bytes, i);
        }
        return (all & NOT_ASCII) == 0;
    }

    private static boolean areAscii(byte[] bytes, int start, int length) {
        int all = 0;
        for (int i = start; i < start + length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
