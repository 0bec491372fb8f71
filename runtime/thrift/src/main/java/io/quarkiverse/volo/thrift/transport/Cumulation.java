package io.quarkiverse.volo.thrift.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * Puts what was read behind what waits for the rest of its message, in never more than twice the memory of the bytes, but for
 * what is read into. A short message stays in one piece, which is moved as it grows. A long one gets further pieces instead,
 * each as long as all before it: while it was moved it would take three times its length.
 */
final class Cumulation {

    /** Where further pieces begin. */
    static final int LONGEST_PIECE = 64 * 1024;

    private Cumulation() {
    }

    /** Takes both over; what waits, or this in its place, is the caller's again. */
    static ByteBuf add(ByteBufAllocator allocator, ByteBuf waiting, ByteBuf read) {
        if (!waiting.isReadable() || waiting.readableBytes() + read.readableBytes() <= LONGEST_PIECE) {
            return ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, waiting, read);
        }
        try {
            ByteBuf pieces = waiting instanceof CompositeByteBuf ? waiting : beginPieces(allocator, waiting, read);
            // Netty lets it grow by a piece: to the next power of two, from 4 MiB on by 4 MiB.
            return pieces.writeBytes(read);
        } finally {
            read.release();
        }
    }

    /**
     * Gives back what was read already, and what it took: Netty drops whole pieces only, and a few bytes would keep one of
     * some MiB. Takes the bytes over; what is returned in their place is the caller's again.
     */
    static ByteBuf discardRead(ByteBuf waiting) {
        int rest = waiting.readableBytes();
        if (waiting.capacity() > 2L * rest + LONGEST_PIECE) {
            ByteBuf fresh = waiting.isDirect() ? waiting.alloc().directBuffer(rest) : waiting.alloc().heapBuffer(rest);
            fresh.writeBytes(waiting);
            waiting.release();
            return fresh;
        }
        return waiting.refCnt() == 1 ? waiting.discardSomeReadBytes() : waiting;
    }

    private static ByteBuf beginPieces(ByteBufAllocator allocator, ByteBuf waiting, ByteBuf read) {
        waiting.writeBytes(read, Math.min(waiting.writableBytes(), read.readableBytes()));
        CompositeByteBuf pieces = waiting.isDirect() ? allocator.compositeDirectBuffer(Integer.MAX_VALUE)
                : allocator.compositeHeapBuffer(Integer.MAX_VALUE);
        return pieces.addComponent(true, waiting);
    }
}
