package io.quarkiverse.volo.thrift.transport;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.CompactType;
import io.quarkiverse.volo.thrift.codec.ThriftType;

/** Finds the end of a Compact message. */
final class CompactMessageScanner extends BareMessageScanner {

    private static final int LONGEST_VARINT = 10;
    private static final int INCOMPLETE = -1;
    private static final int NIBBLE = 0xf;
    /** A list of more elements has its size in a varint of its own. */
    private static final int LONG_LIST = 15;

    /** Behind the varint that {@link #varint} read last, from the message's first byte on. */
    private int behindVarint;

    CompactMessageScanner(int maxSize, int maxDepth) {
        super(MessageProtocol.COMPACT, maxSize, maxDepth);
    }

    @Override
    boolean skipHeader(ByteBuf buffer, int start, int available) {
        // The sequence id may have all 32 bits: its value is of no interest.
        if (skipVarint(buffer, start, MessageProtocol.MARK_SIZE, available) == INCOMPLETE) {
            return false;
        }
        int name = varint(buffer, start, behindVarint, available);
        if (name == INCOMPLETE) {
            return false;
        }
        skipping = (long) behindVarint + length(name, "method name");
        return true;
    }

    @Override
    boolean nextField(ByteBuf buffer, int start, int available) {
        if (available - position < 1) {
            return false;
        }
        int header = buffer.getUnsignedByte(start + position);
        if (header == ThriftType.STOP) {
            position++;
            leave();
            return true;
        }
        int type = CompactType.toThrift(header & NIBBLE);
        behindVarint = position + 1;
        boolean idFollows = header >>> 4 == 0;
        if (idFollows && skipVarint(buffer, start, position + 1, available) == INCOMPLETE) {
            return false;
        }
        position = behindVarint;
        // A field's bool is in its header.
        if (type != ThriftType.BOOL) {
            value(type);
        }
        return true;
    }

    @Override
    boolean enterValue(int type, ByteBuf buffer, int start, int available) {
        int size = CompactType.fixedSize(type);
        if (size > 0) {
            skipping = size;
            return true;
        }
        return switch (type) {
            case ThriftType.STRUCT -> {
                enterStruct();
                yield true;
            }
            case ThriftType.STRING -> enterString(buffer, start, available);
            case ThriftType.LIST, ThriftType.SET -> enterList(buffer, start, available);
            case ThriftType.MAP -> enterMap(buffer, start, available);
            default -> enterNumber(buffer, start, available);
        };
    }

    private boolean enterNumber(ByteBuf buffer, int start, int available) {
        boolean there = skipVarint(buffer, start, position, available) != INCOMPLETE;
        position = there ? behindVarint : position;
        return there;
    }

    private boolean enterString(ByteBuf buffer, int start, int available) {
        int length = varint(buffer, start, position, available);
        if (length == INCOMPLETE) {
            return false;
        }
        position = behindVarint;
        skipping = length(length, "string");
        return true;
    }

    private boolean enterList(ByteBuf buffer, int start, int available) {
        if (available - position < 1) {
            return false;
        }
        int header = buffer.getUnsignedByte(start + position);
        int size = header >>> 4;
        behindVarint = position + 1;
        if (size == LONG_LIST) {
            size = varint(buffer, start, position + 1, available);
            if (size == INCOMPLETE) {
                return false;
            }
        }
        position = behindVarint;
        int type = elementType(header & NIBBLE, size);
        enterList(type, size, CompactType.minimum(type));
        return true;
    }

    private boolean enterMap(ByteBuf buffer, int start, int available) {
        int size = varint(buffer, start, position, available);
        if (size == INCOMPLETE || (size != 0 && available - behindVarint < 1)) {
            return false;
        }
        position = behindVarint;
        if (size == 0) {
            return true;
        }
        int types = buffer.getUnsignedByte(start + position++);
        int keyType = elementType(types >>> 4, size);
        int valueType = elementType(types & NIBBLE, size);
        enterMap(keyType, valueType, size, CompactType.minimum(keyType) + CompactType.minimum(valueType));
        return true;
    }

    /** An empty container may leave its type out. */
    private static int elementType(int compactType, int size) {
        return size == 0 ? CompactType.toThriftIfKnown(compactType) : CompactType.toThrift(compactType);
    }

    /** A length or count; {@link #INCOMPLETE} if its end is not there. */
    private int varint(ByteBuf buffer, int start, int at, int available) {
        if (skipVarint(buffer, start, at, available) == INCOMPLETE) {
            return INCOMPLETE;
        }
        long value = 0;
        for (int i = at, shift = 0; i < behindVarint; i++, shift += 7) {
            value |= (buffer.getByte(start + i) & 0x7fL) << shift;
        }
        if (behindVarint - at > 5 || value > Integer.MAX_VALUE) {
            throw malformed("length: more than 31 bits (expected: at most that)");
        }
        return (int) value;
    }

    /** Finds the end of a varint; {@link #INCOMPLETE} if it is not there. */
    private int skipVarint(ByteBuf buffer, int start, int at, int available) {
        for (int i = at; i < available; i++) {
            if (i - at == LONGEST_VARINT) {
                throw malformed("varint: more than " + LONGEST_VARINT + " bytes (expected: at most that)");
            }
            if (buffer.getByte(start + i) >= 0) {
                behindVarint = i + 1;
                return behindVarint;
            }
        }
        return INCOMPLETE;
    }
}
