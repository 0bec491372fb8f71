package io.quarkiverse.volo.thrift.transport;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.MessageHeader;

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
    static @Nullable RefusedHeader of(ByteBuf buffer, int offset) {
        int at = buffer.readerIndex() + offset;
        long end = buffer.writerIndex();
        if (offset > 0) {
            end = Math.min(end, (long) at + buffer.getInt(buffer.readerIndex()));
        }
        if (end - at < 12 || buffer.getUnsignedShort(at) != 0x8001) {
            return null;
        }
        int length = buffer.getInt(at + 4);
        if (length < 0 || length > LONGEST_NAME || end - at < 12 + length) {
            return null;
        }
        String name = buffer.toString(at + 8, length, StandardCharsets.UTF_8);
        return new RefusedHeader(new MessageHeader(buffer.getUnsignedByte(at + 3), name, buffer.getInt(at + 8 + length)),
                offset > 0);
    }
}
