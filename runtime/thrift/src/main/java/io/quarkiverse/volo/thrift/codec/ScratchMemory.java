package io.quarkiverse.volo.thrift.codec;

import org.jspecify.annotations.Nullable;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * An array per thread through which bytes go to and from memory that is no array. Nobody else gets it while it is used: a
 * message within a message gets another one.
 */
final class ScratchMemory {

    /** Enough for most messages; longer ones pass in pieces. */
    static final int SIZE = 16 * 1024;

    /** Belongs to no thread, so that it is never taken. */
    static final ScratchMemory NONE = new ScratchMemory(0, null);

    private static final FastThreadLocal<ScratchMemory> OF_THREAD = new FastThreadLocal<>() {

        @Override
        protected ScratchMemory initialValue() {
            return new ScratchMemory(SIZE, Thread.currentThread());
        }
    };

    final byte[] array;
    private final @Nullable Thread owner;
    private boolean taken;

    private ScratchMemory(int size, @Nullable Thread owner) {
        this.array = new byte[size];
        this.owner = owner;
    }

    /** @param last what the caller had the last time, which is at hand sooner than the thread's */
    static ScratchMemory take(ScratchMemory last) {
        if (last.owner != Thread.currentThread() || last.taken) {
            return takeOfThread();
        }
        last.taken = true;
        return last;
    }

    private static ScratchMemory takeOfThread() {
        ScratchMemory scratch = OF_THREAD.get();
        if (scratch.taken) {
            // Or was never given back: the thread goes on with the new one.
            scratch = new ScratchMemory(SIZE, Thread.currentThread());
            OF_THREAD.set(scratch);
        }
        scratch.taken = true;
        return scratch;
    }

    void giveBack() {
        taken = false;
    }
}
