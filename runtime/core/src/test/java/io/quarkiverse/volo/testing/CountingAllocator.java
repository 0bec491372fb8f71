package io.quarkiverse.volo.testing;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.buffer.UnpooledHeapByteBuf;

/**
 * Knows how many bytes its buffers take. A leak is what is {@linkplain #held() held} in the end; so these buffers are not
 * watched for leaks one by one, which makes a test of many fast. Thread-safe.
 */
public final class CountingAllocator extends AbstractByteBufAllocator {

    private final AtomicLong held = new AtomicLong();
    private final AtomicLong most = new AtomicLong();

    /** How many bytes the buffers take that are not released yet. */
    public long held() {
        return held.get();
    }

    /** The most that was held at one time since the last call of this. */
    public long takeMost() {
        return most.getAndSet(held.get());
    }

    private void count(int bytes) {
        long now = held.addAndGet(bytes);
        most.accumulateAndGet(now, Math::max);
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return new UnpooledHeapByteBuf(this, initialCapacity, maxCapacity) {

            @Override
            protected byte[] allocateArray(int capacity) {
                count(capacity);
                return super.allocateArray(capacity);
            }

            @Override
            protected void freeArray(byte[] array) {
                count(-array.length);
                super.freeArray(array);
            }
        };
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        return new UnpooledDirectByteBuf(this, initialCapacity, maxCapacity) {

            @Override
            protected ByteBuffer allocateDirect(int capacity) {
                count(capacity);
                return super.allocateDirect(capacity);
            }

            @Override
            protected void freeDirect(ByteBuffer buffer) {
                count(-buffer.capacity());
                super.freeDirect(buffer);
            }
        };
    }

    @Override
    public boolean isDirectBufferPooled() {
        return false;
    }
}
