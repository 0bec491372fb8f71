package io.quarkiverse.volo.thrift.transport;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.StrictHeader;

/**
 * The header of a message that is refused as a whole, so that its sender can be answered.
 *
 * @param header the header
 * @param framed whether a frame was around the message
 */
public record RefusedHeader(MessageHeader header, boolean framed) {

    /** Longer names of methods are not repeated in answers. */
    public static final int LONGEST_NAME = 512;

    /** Reads the header without taking bytes out of the buffer; {@code null} if it is not there or makes no sense. */
    static @Nullable RefusedHeader of(ByteBuf buffer, boolean framed) {
        int at = buffer.readerIndex() + (framed ? Frame.LENGTH_SIZE : 0);
        long end = buffer.writerIndex();
        if (framed) {
            end = Math.min(end, (long) at + buffer.getInt(buffer.readerIndex()));
        }
        if (end - at < StrictHeader.SIZE_WITHOUT_NAME || buffer.getUnsignedShort(at) != StrictHeader.VERSION) {
            return null;
        }
        int length = buffer.getInt(at + StrictHeader.NAME_LENGTH_AT);
        if (length < 0 || length > LONGEST_NAME || end - at < StrictHeader.SIZE_WITHOUT_NAME + length) {
            return null;
        }
        int type = buffer.getUnsignedByte(at + StrictHeader.TYPE_AT);
        String name = buffer.toString(at + StrictHeader.NAME_AT, length, StandardCharsets.UTF_8);
        int sequenceId = buffer.getInt(at + StrictHeader.NAME_AT + length);
        return new RefusedHeader(new MessageHeader(type, name, sequenceId), framed);
    }
}
