package io.quarkiverse.volo.grpc.codec;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Writes messages as they are sent, with what stands before each. Stateless.
 *
 * @param codec how the messages are written
 * @param compression what this side's {@code grpc-encoding} says
 * @param maxSize how many bytes a message may have before it is compressed
 * @param <T> a message
 */
public record MessageWriter<T>(MessageCodec<T> codec, Compression compression, int maxSize) {

    private static final int PLAIN = 0;
    private static final int COMPRESSED = 1;

    /**
     * The message in a new buffer, which is the caller's.
     *
     * @throws StatusRuntimeException RESOURCE_EXHAUSTED if it is too long, INTERNAL if it cannot be written
     */
    public ByteBuf write(ByteBufAllocator allocator, T message) {
        ByteBuf plain = null;
        ByteBuf framed = null;
        try {
            int size = codec.size(message);
            if (size > maxSize) {
                throw Status.RESOURCE_EXHAUSTED
                        .withDescription("size of a message to be sent: " + size + " bytes (expected: at most " + maxSize + ")")
                        .asRuntimeException();
            }
            framed = allocator.buffer(MessageDeframer.PREFIX_SIZE + size);
            if (compression == Compression.IDENTITY) {
                codec.write(message, framed.writeByte(PLAIN).writeInt(size));
                return framed;
            }
            plain = allocator.buffer(size);
            codec.write(message, plain);
            compression.compress(plain, framed.writeByte(COMPRESSED).writeInt(0));
            plain.release();
            return framed.setInt(1, framed.readableBytes() - MessageDeframer.PREFIX_SIZE);
        } catch (IOException | RuntimeException e) {
            release(plain);
            release(framed);
            throw e instanceof StatusRuntimeException status ? status
                    : Status.INTERNAL.withDescription("a message cannot be written: " + e.getMessage()).withCause(e)
                            .asRuntimeException();
        }
    }

    private static void release(@Nullable ByteBuf buffer) {
        if (buffer != null) {
            buffer.release();
        }
    }
}
