package io.quarkiverse.volo.thrift.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;

/**
 * Writes whole Thrift messages, with a frame or without. Reused for one message after the other; on one event loop only.
 *
 * <pre>{@code
 * ThriftWriter out = messages.begin(allocator, 256, true, "hello", MessageType.CALL, 1);
 * try {
 *     codec.write(out, value);
 *     return messages.end();
 * } catch (RuntimeException e) {
 *     messages.abandon();
 *     throw e;
 * }
 * }</pre>
 */
public final class MessageWriter {

    private final BinaryWriter writer = new BinaryWriter();
    private final int maxSize;
    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    private boolean framed;

    /** @param maxSize how many bytes a message may have, its frame's length not counted */
    public MessageWriter(int maxSize) {
        this.maxSize = maxSize;
    }

    /** Begins a message; {@link #end()} or {@link #abandon()} must follow. */
    public ThriftWriter begin(ByteBufAllocator allocator, int expectedSize, boolean framed, String name, int type,
            int sequenceId) {
        this.framed = framed;
        buffer = allocator.buffer(expectedSize);
        if (framed) {
            buffer.writeInt(0);
        }
        writer.reset(buffer).writeMessageBegin(name, type, sequenceId);
        return writer;
    }

    /**
     * The finished message, the caller's to release.
     *
     * @throws VoloException of kind PROTOCOL if it is larger than allowed
     */
    public ByteBuf end() {
        writer.finish();
        int size = framed ? buffer.readableBytes() - Frame.LENGTH_SIZE : buffer.readableBytes();
        if (size > maxSize) {
            throw new VoloException(ErrorKind.PROTOCOL, "message size: " + size + " (expected: at most " + maxSize + ")", null);
        }
        if (framed) {
            buffer.setInt(buffer.readerIndex(), size);
        }
        ByteBuf finished = buffer;
        buffer = Unpooled.EMPTY_BUFFER;
        return finished;
    }

    /** Drops the message that was begun. */
    public void abandon() {
        writer.abandon();
        buffer.release();
        buffer = Unpooled.EMPTY_BUFFER;
    }
}
