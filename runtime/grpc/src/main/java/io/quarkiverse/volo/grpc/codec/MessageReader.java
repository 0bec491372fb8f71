package io.quarkiverse.volo.grpc.codec;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Reads the messages of one stream out of its bytes. Used on the connection's event loop only.
 *
 * @param <T> a message
 */
public final class MessageReader<T> {

    private final ByteBufAllocator allocator;
    private final MessageCodec<T> codec;
    private final Compression compression;
    private final int maxSize;
    private final MessageDeframer deframer;

    /**
     * @param compression what the peer's {@code grpc-encoding} says
     * @param maxSize how many bytes a message may have, as it is sent and decompressed
     */
    public MessageReader(ByteBufAllocator allocator, MessageCodec<T> codec, Compression compression, int maxSize) {
        this.allocator = allocator;
        this.codec = codec;
        this.compression = compression;
        this.maxSize = maxSize;
        this.deframer = new MessageDeframer(maxSize);
    }

    /** Reads on in these bytes, which stay the caller's and must be valid until {@link #keepRest}. */
    public void add(ByteBuf data) {
        deframer.add(allocator, data);
    }

    /**
     * The next message; {@code null} if it is not there yet.
     *
     * @throws StatusRuntimeException if there is something else; nothing more can be read then
     */
    public @Nullable T next() {
        ByteBuf message = deframer.next();
        if (message == null) {
            return null;
        }
        if (!deframer.isCompressed()) {
            return read(message);
        }
        if (compression == Compression.IDENTITY) {
            throw Status.INTERNAL.withDescription("message: compressed (expected: a grpc-encoding in the headers then)")
                    .asRuntimeException();
        }
        ByteBuf plain = compression.decompress(allocator, message, maxSize);
        try {
            return read(plain);
        } finally {
            plain.release();
        }
    }

    private T read(ByteBuf message) {
        try {
            return codec.read(message);
        } catch (IOException | RuntimeException e) {
            throw Status.INTERNAL.withDescription("message: cannot be read: " + e.getMessage()).withCause(e)
                    .asRuntimeException();
        }
    }

    /** How many bytes wait that no message was made of yet. */
    public int rest() {
        return deframer.rest();
    }

    /** Copies what is left of the caller's bytes. */
    public void keepRest() {
        deframer.keepRest(allocator);
    }

    /** Gives everything back; nothing more is read. */
    public void release() {
        deframer.release();
    }

    /** What a stream fails with that ends where it must not. */
    public StatusRuntimeException cutOff() {
        return Status.INTERNAL.withDescription("message: the stream ends in it, after " + rest() + " bytes")
                .asRuntimeException();
    }
}
