package io.quarkiverse.volo.grpc.codec;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Cuts the bytes of one stream into messages: a byte that says whether the message is compressed, its length in four, and the
 * message. A message that arrives whole is read where it is; else what has arrived is copied, so that no buffer of the
 * connection is kept for it. Nothing is allocated for a length that a peer announces. Used on the connection's event loop only.
 */
public final class MessageDeframer {

    /** What stands before each message. */
    public static final int PREFIX_SIZE = 5;

    private static final int FLAG_SIZE = 1;
    private static final int COMPRESSED = 1;
    /** From here on it is worth to move bytes to the front rather than to get more memory. */
    private static final int WORTH_MOVING = 16 * 1024;

    private final int maxSize;
    /** The caller's, until {@link #keepRest}. */
    private @Nullable ByteBuf borrowed;
    /** Ours. */
    private @Nullable ByteBuf kept;
    private boolean compressed;

    /** @param maxSize how many bytes a message may have, as it is sent */
    public MessageDeframer(int maxSize) {
        this.maxSize = maxSize;
    }

    /** Reads on in these bytes, which stay the caller's and must be valid until {@link #keepRest}. */
    public void add(ByteBufAllocator allocator, ByteBuf data) {
        if (!data.isReadable()) {
            return;
        }
        if (kept == null) {
            borrowed = data;
        } else {
            copy(allocator, data);
        }
    }

    private void copy(ByteBufAllocator allocator, ByteBuf data) {
        ByteBuf own = kept;
        if (own == null) {
            own = allocator.buffer(data.readableBytes());
            kept = own;
        } else if (own.readerIndex() > WORTH_MOVING && own.readerIndex() > own.readableBytes()) {
            own.discardReadBytes();
        }
        own.writeBytes(data);
    }

    /**
     * The next whole message, without what stands before it: a view, valid until {@link #keepRest} or {@link #release};
     * {@code null} if there is none yet.
     *
     * @throws StatusRuntimeException RESOURCE_EXHAUSTED if it is too long, INTERNAL if no message begins like this; nothing
     *         more can be read then
     */
    public @Nullable ByteBuf next() {
        ByteBuf in = current();
        if (in == null || in.readableBytes() < PREFIX_SIZE) {
            return null;
        }
        int start = in.readerIndex();
        int flag = in.getUnsignedByte(start);
        long length = in.getUnsignedInt(start + FLAG_SIZE);
        if (flag > COMPRESSED) {
            throw Status.INTERNAL.withDescription("message: begins with " + flag + " (expected: 0, or 1 if it is compressed)")
                    .asRuntimeException();
        }
        if (length > maxSize) {
            throw Status.RESOURCE_EXHAUSTED
                    .withDescription("message size: " + length + " bytes (expected: at most " + maxSize + ")")
                    .asRuntimeException();
        }
        if (in.readableBytes() - PREFIX_SIZE < length) {
            return null;
        }
        compressed = flag == COMPRESSED;
        in.skipBytes(PREFIX_SIZE);
        return in.readSlice((int) length);
    }

    private @Nullable ByteBuf current() {
        return kept == null ? borrowed : kept;
    }

    /** Whether the message is compressed that {@link #next} answered last. */
    public boolean isCompressed() {
        return compressed;
    }

    /** How many bytes wait that no message was made of yet. */
    public int rest() {
        ByteBuf in = current();
        return in == null ? 0 : in.readableBytes();
    }

    /** Copies what is left of the caller's bytes, and gives back the memory of messages that were taken. */
    public void keepRest(ByteBufAllocator allocator) {
        ByteBuf lent = borrowed;
        borrowed = null;
        if (kept != null && !kept.isReadable()) {
            release();
        } else if (kept == null && lent != null && lent.isReadable()) {
            copy(allocator, lent);
        }
    }

    /** Gives everything back; nothing more is read. */
    public void release() {
        borrowed = null;
        if (kept != null) {
            kept.release();
            kept = null;
        }
    }
}
