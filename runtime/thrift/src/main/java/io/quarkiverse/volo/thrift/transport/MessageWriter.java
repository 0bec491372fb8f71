package io.quarkiverse.volo.thrift.transport;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderWriter;

/**
 * Writes whole Thrift messages and what is around them, each behind what its buffer has already. Reused for one message after
 * the other; on one event loop only.
 *
 * <pre>{@code
 * ThriftWriter out = messages.begin(buffer, form, header, "hello", MessageType.CALL, 1);
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

    private final ThriftWriter binary = new BinaryWriter();
    /** Made with the first message of that protocol. */
    private @Nullable ThriftWriter compact;
    private final int maxSize;
    private ThriftWriter writer = binary;
    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    private MessageForm form = MessageForm.FRAMED_BINARY;
    private int start;
    /** Where the message's frame begins, or the message if it has none. */
    private int frameStart;

    /** @param maxSize how many bytes a message may have, what is around it not counted */
    public MessageWriter(int maxSize) {
        this.maxSize = maxSize;
    }

    /** Begins a message without a TTHeader. */
    public ThriftWriter begin(ByteBuf buffer, MessageForm form, String name, int type, int sequenceId) {
        return begin(buffer, form, null, name, type, sequenceId);
    }

    /**
     * Begins a message; {@link #end()} or {@link #abandon()} must follow.
     *
     * @param buffer stays the caller's, grows as needed, and is not touched by others until then
     * @param header written if the form has one
     * @throws VoloException of kind PROTOCOL if the header is longer than allowed; {@link #abandon()} must follow
     */
    public ThriftWriter begin(ByteBuf buffer, MessageForm form, @Nullable TTHeader header, String name, int type,
            int sequenceId) {
        this.buffer = buffer;
        this.start = buffer.writerIndex();
        if (form.hasHeader()) {
            if (header == null) {
                throw new IllegalArgumentException("header: null (expected: one, as the message is " + form + ")");
            }
            TTHeaderWriter.begin(buffer, header);
        }
        this.form = form;
        this.frameStart = buffer.writerIndex();
        if (form.isFramed()) {
            buffer.writeInt(0);
        }
        writer = form.protocol() == MessageProtocol.BINARY ? binary : compact();
        writer.reset(buffer).writeMessageBegin(name, type, sequenceId);
        return writer;
    }

    private ThriftWriter compact() {
        ThriftWriter made = compact;
        if (made == null) {
            made = MessageProtocol.COMPACT.newWriter();
            compact = made;
        }
        return made;
    }

    /**
     * Ends the message, and answers how many bytes it has with all that is around it.
     *
     * @throws VoloException of kind PROTOCOL if it is larger than allowed; {@link #abandon()} must follow
     */
    public int end() {
        writer.finish();
        int end = buffer.writerIndex();
        int size = end - frameStart - (form.isFramed() ? Frame.LENGTH_SIZE : 0);
        if (size > maxSize) {
            throw new VoloException(ErrorKind.PROTOCOL, "message size: " + size + " (expected: at most " + maxSize + ")", null);
        }
        if (form.isFramed()) {
            buffer.setInt(frameStart, size);
        }
        if (form.hasHeader()) {
            TTHeaderWriter.end(buffer, start);
        }
        buffer = Unpooled.EMPTY_BUFFER;
        return end - start;
    }

    /** Takes what there is of the message out of the buffer again. */
    public void abandon() {
        writer.abandon();
        buffer.writerIndex(start);
        buffer = Unpooled.EMPTY_BUFFER;
    }
}
