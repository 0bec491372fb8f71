package io.quarkiverse.volo.thrift.codec;

import org.jspecify.annotations.Nullable;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * An array per thread through which bytes go to and from memory that is no array. It is taken away while it is used, so that a
 * message within a message gets another one.
 */
final class ScratchMemory {

    /** Enough for most messages; longer ones pass in pieces. */
    static final int SIZE = 16 * 1024;

    private static final FastThreadLocal<byte @Nullable []> SPARE = new FastThreadLocal<>();

    private ScratchMemory() {
    }

    static byte[] take() {
        byte[] spare = SPARE.get();
        if (spare == null) {
            return new byte[SIZE];
        }
        SPARE.set(null);
        return spare;
    }

    static void giveBack(byte[] scratch) {
        SPARE.set(scratch);
    }
}
