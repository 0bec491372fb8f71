package io.quarkiverse.volo.thrift.transport;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.CompactReader;
import io.quarkiverse.volo.thrift.codec.CompactWriter;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.StrictHeader;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;

/** How values are written. A server answers in the protocol in which it was asked. */
public enum MessageProtocol {

    /** Strict Binary: what everybody speaks. */
    BINARY(TTHeader.BINARY),

    /** Apache's Compact: numbers take as many bytes as they need. Volo in Rust does not speak it correctly. */
    COMPACT(TTHeader.COMPACT);

    /** How many bytes tell a message's protocol. */
    public static final int MARK_SIZE = 2;

    private static final int COMPACT_ID = 0x82;
    private static final int COMPACT_VERSION = 1;
    private static final int VERSION_MASK = 0x1f;

    private final int headerId;

    MessageProtocol(int headerId) {
        this.headerId = headerId;
    }

    /** Reads messages of this protocol, one after the other. */
    public ThriftReader newReader(DecodeLimits limits) {
        return this == BINARY ? new BinaryReader(limits) : new CompactReader(limits);
    }

    /** Writes messages of this protocol, one after the other. */
    public ThriftWriter newWriter() {
        return this == BINARY ? new BinaryWriter() : new CompactWriter();
    }

    /** How a TTHeader calls it. */
    public int headerId() {
        return headerId;
    }

    /** What a message is written in whose first two bytes are at this index; {@code null} if it begins like no message. */
    public static @Nullable MessageProtocol at(ByteBuf bytes, int index) {
        int mark = bytes.getUnsignedShort(index);
        if (mark == StrictHeader.VERSION) {
            return BINARY;
        }
        return mark >>> 8 == COMPACT_ID && (mark & VERSION_MASK) == COMPACT_VERSION ? COMPACT : null;
    }
}
