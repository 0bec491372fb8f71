package io.quarkiverse.volo.thrift.transport;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.MessageHeader;

/**
 * The header of a message that is refused as a whole, so that its sender can be answered.
 *
 * @param header the header
 * @param form how the message stood on the wire; of one with a TTHeader, the header has been read
 */
public record RefusedHeader(MessageHeader header, MessageForm form) {

    /** Longer names of methods are not repeated in answers. */
    public static final int LONGEST_NAME = 512;

    /** Reads the header at the beginning of these bytes; {@code null} if it is not there or makes no sense. */
    static @Nullable RefusedHeader of(ByteBuf message, ThriftTransport transport) {
        MessageProtocol protocol = message.readableBytes() < MessageProtocol.MARK_SIZE ? null
                : MessageProtocol.at(message, message.readerIndex());
        if (protocol == null) {
            return null;
        }
        try {
            MessageHeader header = protocol.newReader(DecodeLimits.DEFAULT).reset(message).readMessageBegin();
            return header.name().length() > LONGEST_NAME ? null
                    : new RefusedHeader(header, MessageForm.of(transport, protocol));
        } catch (VoloException incomplete) {
            return null;
        }
    }
}
