package io.quarkiverse.volo.thrift.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;

/**
 * Writes whole Thrift messages, with a frame or without, each behind what its buffer has already. Reused for one message after
 * the other; on one event loop only.
 *
 * <pre>{@code
 * ThriftWriter out = messages.begin(buffer, true, "hello", MessageType.CALL, 1);
 * try {
 *     codec.write(out, value);
 *     messages.end();
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
    private int start;
    private boolean framed;

    /** @param maxSize how many bytes a message may have, its frame's length not counted */
    public MessageWriter(int maxSize) {
        this.maxSize = maxSize;
    }

    /**
     * Begins a message; {@link #end()} or {@link #abandon()} must follow.
     *
     * @param buffer stays the caller's, grows as needed, and is not touched by others until then
     */
    public ThriftWriter begin(ByteBuf buffer, boolean framed, String name, int type, int sequenceId) {
        this.buffer = buffer;
        this.start = buffer.writerIndex();
        this.framed = framed;
        if (framed) {
            buffer.writeInt(0);
        }
        writer.reset(buffer).writeMessageBegin(name, type, sequenceId);
        return writer;
    }

    /**
     * Ends the message, and answers how many bytes it has, its frame's length included.
     *
     * @throws VoloException of kind PROTOCOL if it is larger than allowed; {@link #abandon()} must follow
     */
    public int end() {
        writer.finish();
        int length = buffer.writerIndex() - start;
        int size = framed ? length - Frame.LENGTH_SIZE : length;
        if (size > maxSize) {
            throw new VoloException(ErrorKind.PROTOCOL, "message size: " + size + " (expected: at most " + maxSize + ")", null);
        }
        if (framed) {
            buffer.setInt(start, size);
        }
        buffer = Unpooled.EMPTY_BUFFER;
        return length;
    }

    /** Takes what there is of the message out of the buffer again. */
    public void abandon() {
        writer.abandon();
        buffer.writerIndex(start);
        buffer = Unpooled.EMPTY_BUFFER;
    }
}
