package io.quarkiverse.volo.thrift.transport;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;

/**
 * Cuts the bytes of a connection into Thrift messages, whatever is around them, told apart message by message. Nothing is
 * allocated for a length that a peer announces: bytes are kept as they arrive. Used on the connection's event loop only.
 *
 * <p>
 * What decides, in this order (Kitex and Volo decide by the same bytes):
 * <ol>
 * <li>a first bit that is set: a bare message, {@code 80 01} Binary or {@code 82} Compact;
 * <li>else a length, and behind it {@code 10 00}: a TTHeader, whose payload is a frame or a bare message;
 * <li>else behind it {@code 80 01} or {@code 82}: a frame.
 * </ol>
 */
public final class MessageFramer {

    /** The largest message unless configured: as Volo's {@code max_frame_size}. */
    public static final int DEFAULT_MAX_SIZE = 16 * 1024 * 1024;

    /** Enough to hold the header of any sensible message, whose answer can then name the method. */
    private static final int HEADER_PATIENCE = 1024;
    private static final int UNKNOWN = -1;

    private final int maxSize;
    private final int maxDepth;
    private final TTHeaderReader headers;
    /** Of messages without a frame; most peers send none. */
    private @Nullable BareMessageScanner scanner;
    private @Nullable ByteBuf bytes;
    private MessageForm form = MessageForm.FRAMED_BINARY;
    private boolean streaming;
    private int lastSize;

    /** Where the Thrift message begins that was looked at last, and what is around it; for its answer. */
    private int messageAt = UNKNOWN;
    private long messageEnd;
    private ThriftTransport around = ThriftTransport.FRAMED;

    /**
     * @param maxSize how many bytes a message may have, its frame's length not counted
     * @param maxDepth how deep a message without a length may nest
     */
    public MessageFramer(int maxSize, int maxDepth) {
        this(maxSize, maxDepth, new TTHeaderReader());
    }

    /** @param headers may be shared by connections of one event loop */
    public MessageFramer(int maxSize, int maxDepth, TTHeaderReader headers) {
        this.maxSize = maxSize;
        this.maxDepth = maxDepth;
        this.headers = headers;
    }

    /** Takes the bytes of one read over; they are released here. */
    public void add(ByteBufAllocator allocator, ByteBuf read) {
        bytes = bytes == null ? read : Cumulation.add(allocator, bytes, read);
    }

    /**
     * The next whole message, without what is around it: a view of bytes that stay this framer's, valid until {@link #add},
     * {@link #discardRead} or {@link #release}; {@code null} if there is none yet.
     *
     * @throws VoloException of kind PROTOCOL if no message can begin like this; nothing more can be read then
     */
    public @Nullable ByteBuf next() {
        ByteBuf buffer = bytes;
        messageAt = UNKNOWN;
        if (buffer == null || buffer.readableBytes() < Frame.LENGTH_SIZE) {
            return null;
        }
        streaming = false;
        if (!Frame.begins(buffer)) {
            return nextBare(buffer);
        }
        if (buffer.readableBytes() < Frame.LENGTH_SIZE + MessageProtocol.MARK_SIZE) {
            return null;
        }
        return TTHeaderReader.begins(buffer) ? nextWithHeader(buffer) : nextFramed(buffer);
    }

    /** How the message stood on the wire that {@link #next()} answered last. */
    public MessageForm form() {
        return form;
    }

    /**
     * The TTHeader of the message that {@link #next()} answered last; of no meaning unless {@linkplain #form() it has one}.
     * Valid until the next message is read by anyone who shares the reader.
     */
    public TTHeader header() {
        return headers.header();
    }

    /** Whether what {@link #next()} answered last is a frame of a stream: no message, but the payload of its TTHeader. */
    public boolean isStreaming() {
        return streaming;
    }

    private ByteBuf nextFramed(ByteBuf buffer, int start, int length, MessageProtocol protocol) {
        buffer.readerIndex(start + Frame.LENGTH_SIZE);
        lastSize = Frame.LENGTH_SIZE + length;
        form = MessageForm.of(ThriftTransport.FRAMED, protocol);
        return buffer.readSlice(length);
    }

    private @Nullable ByteBuf nextFramed(ByteBuf buffer) {
        int start = buffer.readerIndex();
        int length = buffer.getInt(start);
        looksAt(start + Frame.LENGTH_SIZE, (long) start + Frame.LENGTH_SIZE + length, ThriftTransport.FRAMED);
        MessageProtocol protocol = protocol(buffer, "frame");
        if (length > maxSize) {
            return refuseLong(buffer, length);
        }
        return buffer.readableBytes() < Frame.LENGTH_SIZE + length ? null : nextFramed(buffer, start, length, protocol);
    }

    private @Nullable ByteBuf refuseLong(ByteBuf buffer, int length) {
        if (headerOfRefused() == null && buffer.writerIndex() - messageAt < HEADER_PATIENCE) {
            return null;
        }
        throw malformed("frame length: " + length + " (expected: at most " + maxSize + ")");
    }

    private @Nullable ByteBuf nextWithHeader(ByteBuf buffer) {
        int start = buffer.readerIndex();
        if (buffer.readableBytes() < TTHeaderReader.PREFIX_SIZE) {
            return null;
        }
        long length = buffer.getUnsignedInt(start);
        int header = TTHeaderReader.sizeOf(buffer);
        long payload = length - (header - Frame.LENGTH_SIZE);
        boolean tooLong = payload > Frame.LENGTH_SIZE + (long) maxSize;
        long needed = tooLong ? header + HEADER_PATIENCE : Frame.LENGTH_SIZE + length;
        if (buffer.readableBytes() < needed) {
            return null;
        }
        ByteBuf message = buffer.slice(start + Frame.LENGTH_SIZE, (int) needed - Frame.LENGTH_SIZE);
        headers.read(message);
        int at = start + Frame.LENGTH_SIZE + message.readerIndex();
        if ((headers.header().flags() & TTHeader.STREAMING) != 0 && !tooLong) {
            streaming = true;
            form = MessageForm.of(ThriftTransport.TTHEADER, MessageProtocol.BINARY);
            return take(buffer, message);
        }
        return nextPayload(buffer, message, at, payload);
    }

    private ByteBuf nextPayload(ByteBuf buffer, ByteBuf message, int at, long payload) {
        boolean inFrame = message.isReadable() && Frame.begins(message);
        int begin = inFrame ? Frame.LENGTH_SIZE : 0;
        if (message.readableBytes() < begin + MessageProtocol.MARK_SIZE) {
            throw malformed("TTHeader payload: " + message.readableBytes() + " bytes (expected: a message)");
        }
        looksAt(at + begin, at + payload, ThriftTransport.of(true, inFrame));
        MessageProtocol protocol = protocol(buffer, "TTHeader payload");
        long size = payload - begin;
        if (size > maxSize) {
            throw malformed("message size: " + size + " (expected: at most " + maxSize + ")");
        }
        if (inFrame && message.readInt() != size) {
            throw malformed("frame length: " + message.getInt(message.readerIndex() - Frame.LENGTH_SIZE) + " (expected: " + size
                    + ", what the TTHeader leaves)");
        }
        form = MessageForm.of(around, protocol);
        return take(buffer, message);
    }

    /** Takes the message out of the buffer, whose end the message's is. */
    private ByteBuf take(ByteBuf buffer, ByteBuf message) {
        lastSize = Frame.LENGTH_SIZE + message.writerIndex();
        buffer.skipBytes(lastSize);
        return message;
    }

    private @Nullable ByteBuf nextBare(ByteBuf buffer) {
        looksAt(buffer.readerIndex(), Long.MAX_VALUE, ThriftTransport.BUFFERED);
        MessageProtocol protocol = protocol(buffer, "message");
        BareMessageScanner scan = scanner;
        if (scan == null || scan.protocol() != protocol) {
            scan = BareMessageScanner.of(protocol, maxSize, maxDepth);
            scanner = scan;
        }
        int size = scan.scan(buffer);
        if (size < 0) {
            return null;
        }
        scan.reset();
        lastSize = size;
        form = MessageForm.of(ThriftTransport.BUFFERED, protocol);
        return buffer.readSlice(size);
    }

    private void looksAt(int index, long end, ThriftTransport transport) {
        messageAt = index;
        messageEnd = end;
        around = transport;
    }

    private MessageProtocol protocol(ByteBuf buffer, String what) {
        MessageProtocol protocol = MessageProtocol.at(buffer, messageAt);
        if (protocol == null) {
            throw UnknownMessage.refuse(what, buffer.getUnsignedShort(messageAt), maxSize);
        }
        return protocol;
    }

    /** What the message began with that {@link #next()} refused; {@code null} if that could not be told. */
    public @Nullable RefusedHeader headerOfRefused() {
        ByteBuf buffer = bytes;
        if (buffer == null || messageAt == UNKNOWN) {
            return null;
        }
        int end = (int) Math.min(messageEnd, buffer.writerIndex());
        return end < messageAt ? null : RefusedHeader.of(buffer.slice(messageAt, end - messageAt), around);
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
