package io.quarkiverse.volo.thrift.transport;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.StrictHeader;

/**
 * Cuts the bytes of a connection into Thrift messages, framed or not, told apart message by message. Nothing is allocated for a
 * length that a peer announces: bytes are kept as they arrive. Used on the connection's event loop only.
 */
public final class MessageFramer {

    /** The largest message unless configured: as Volo's {@code max_frame_size}. */
    public static final int DEFAULT_MAX_SIZE = 16 * 1024 * 1024;

    /** Enough to hold the header of any sensible message, whose answer can then name the method. */
    private static final int HEADER_PATIENCE = 1024;

    private final int maxSize;
    private final int maxDepth;
    /** Of messages without a frame; most peers send none. */
    private @Nullable BinaryMessageScanner scanner;
    private @Nullable ByteBuf bytes;
    private boolean framed = true;
    private int lastSize;

    /**
     * @param maxSize how many bytes a message may have, its frame's length not counted
     * @param maxDepth how deep an unframed message may nest
     */
    public MessageFramer(int maxSize, int maxDepth) {
        this.maxSize = maxSize;
        this.maxDepth = maxDepth;
    }

    /** Takes the bytes of one read over; they are released here. */
    public void add(ByteBufAllocator allocator, ByteBuf read) {
        bytes = bytes == null ? read : Cumulation.add(allocator, bytes, read);
    }

    /**
     * The next whole message, without its frame: a view of bytes that stay this framer's, valid until {@link #add},
     * {@link #discardRead} or {@link #release}; {@code null} if there is none yet.
     *
     * @throws VoloException of kind PROTOCOL if no message can begin like this; nothing more can be read then
     */
    public @Nullable ByteBuf next() {
        ByteBuf buffer = bytes;
        if (buffer == null || buffer.readableBytes() < Frame.LENGTH_SIZE) {
            return null;
        }
        framed = Frame.begins(buffer);
        return framed ? nextFramed(buffer) : nextUnframed(buffer);
    }

    /** Whether the message that {@link #next()} answered last had a frame around it. */
    public boolean framed() {
        return framed;
    }

    private @Nullable ByteBuf nextFramed(ByteBuf buffer) {
        int start = buffer.readerIndex();
        int length = buffer.getInt(start);
        if (buffer.readableBytes() < Frame.LENGTH_SIZE + 2) {
            return null;
        }
        int version = buffer.getUnsignedShort(start + Frame.LENGTH_SIZE);
        if (version != StrictHeader.VERSION) {
            throw malformed("frame begins with 0x" + Integer.toHexString(version) + " (expected: 0x8001, strict Binary)");
        }
        if (length > maxSize) {
            return refuseLong(buffer, length);
        }
        if (buffer.readableBytes() < Frame.LENGTH_SIZE + length) {
            return null;
        }
        buffer.skipBytes(Frame.LENGTH_SIZE);
        lastSize = Frame.LENGTH_SIZE + length;
        return buffer.readSlice(length);
    }

    private @Nullable ByteBuf refuseLong(ByteBuf buffer, int length) {
        if (headerOfRefused() == null && buffer.readableBytes() < HEADER_PATIENCE) {
            return null;
        }
        throw malformed("frame length: " + length + " (expected: at most " + maxSize + ")");
    }

    private @Nullable ByteBuf nextUnframed(ByteBuf buffer) {
        int version = buffer.getUnsignedShort(buffer.readerIndex());
        if (version != StrictHeader.VERSION) {
            throw malformed("message begins with 0x" + Integer.toHexString(version)
                    + " (expected: a frame length of at most " + maxSize + " or 0x8001, strict Binary)");
        }
        BinaryMessageScanner scan = scanner;
        if (scan == null) {
            scan = new BinaryMessageScanner(maxSize, maxDepth);
            scanner = scan;
        }
        int size = scan.scan(buffer);
        if (size < 0) {
            return null;
        }
        scan.reset();
        lastSize = size;
        return buffer.readSlice(size);
    }

    /** What the message began with that {@link #next()} refused; {@code null} if that could not be told. */
    public @Nullable RefusedHeader headerOfRefused() {
        ByteBuf buffer = bytes;
        return buffer == null ? null : RefusedHeader.of(buffer, framed);
    }

    /** Un-reads the message that {@link #next()} answered last, which answers it again then. */
    public void putBack() {
        ByteBuf buffer = bytes;
        if (buffer != null) {
            buffer.readerIndex(buffer.readerIndex() - lastSize);
        }
    }

    /** Gives back the memory of the messages that were taken; call it when a read has been worked off. */
    public void discardRead() {
        ByteBuf buffer = bytes;
        if (buffer == null) {
            return;
        }
        if (!buffer.isReadable()) {
            buffer.release();
            bytes = null;
        } else {
            bytes = Cumulation.discardRead(buffer);
        }
    }

    /** Whether bytes wait that no message was made of yet. */
    public boolean hasRest() {
        return bytes != null && bytes.isReadable();
    }

    /** How many messages of the last one's size would fit into the bytes that wait. */
    public int following() {
        return bytes == null || lastSize == 0 ? 0 : bytes.readableBytes() / lastSize;
    }

    /** Gives everything back; the connection is closed. */
    public void release() {
        if (bytes != null) {
            bytes.release();
            bytes = null;
        }
    }
}
