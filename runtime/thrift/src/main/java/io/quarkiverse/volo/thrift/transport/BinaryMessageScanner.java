package io.quarkiverse.volo.thrift.transport;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.StrictHeader;
import io.quarkiverse.volo.thrift.codec.ThriftType;

/** Finds the end of a Binary message. */
final class BinaryMessageScanner extends BareMessageScanner {

    BinaryMessageScanner(int maxSize, int maxDepth) {
        super(MessageProtocol.BINARY, maxSize, maxDepth);
    }

    @Override
    boolean skipHeader(ByteBuf buffer, int start, int available) {
        if (available < StrictHeader.NAME_AT) {
            return false;
        }
        int name = length(buffer.getInt(start + StrictHeader.NAME_LENGTH_AT), "method name");
        skipping = (long) StrictHeader.SIZE_WITHOUT_NAME + name;
        return true;
    }

    @Override
    boolean nextField(ByteBuf buffer, int start, int available) {
        if (available - position < 1) {
            return false;
        }
        int type = buffer.getUnsignedByte(start + position);
        if (type == ThriftType.STOP) {
            position++;
            leave();
            return true;
        }
        if (available - position < 3) {
            return false;
        }
        position += 3;
        value(type);
        return true;
    }

    @Override
    boolean enterValue(int type, ByteBuf buffer, int start, int available) {
        int size = ThriftType.binarySize(type);
        if (size > 0) {
            skipping = size;
            return true;
        }
        if (type == ThriftType.STRUCT) {
            enterStruct();
            return true;
        }
        return enterSized(type, buffer, start, available);
    }

    /** Enters a value that says in its first bytes how much there is of it. */
    private boolean enterSized(int type, ByteBuf buffer, int start, int available) {
        int beginning = ThriftType.binaryMinimum(type);
        if (available - position < beginning) {
            return false;
        }
        int at = start + position;
        position += beginning;
        switch (type) {
            case ThriftType.STRING -> skipping = length(buffer.getInt(at), "string");
            case ThriftType.LIST, ThriftType.SET -> enterList(buffer.getUnsignedByte(at), buffer.getInt(at + 1));
            case ThriftType.MAP -> enterMap(buffer.getUnsignedByte(at), buffer.getUnsignedByte(at + 1), buffer.getInt(at + 2));
            default -> throw ThriftType.unknown("type", type);
        }
        return true;
    }

    private void enterList(int type, int size) {
        enterList(type, size, minimum(type, size));
    }

    private void enterMap(int keyType, int valueType, int size) {
        enterMap(keyType, valueType, size, minimum(keyType, size) + minimum(valueType, size));
    }

    private static int minimum(int type, int size) {
        int minimum = ThriftType.binaryMinimum(type);
        // An empty container may leave its types out.
        if (size != 0 && minimum < 0) {
            throw ThriftType.unknown("element type", type);
        }
        return minimum;
    }
}
