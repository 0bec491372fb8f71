package io.quarkiverse.volo.thrift.transport;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.codec.StrictHeader;
import io.quarkiverse.volo.thrift.codec.ThriftType;

/**
 * Finds the end of a Binary message that has no frame around it. Goes on where it stopped when more bytes come, so that a
 * message in a thousand pieces is still walked only once; takes no memory but a stack of the nesting.
 */
final class BinaryMessageScanner {

    private static final int MORE = -1;
    private static final int NO_TYPE = 0;

    private final int maxSize;
    private final int maxDepth;

    /** What is open: for a struct STRUCT in {@code types}; for a container its elements' types and how many are left. */
    private final int[] types;
    private final int[] valueTypes;
    private final long[] left;

    private int depth;
    private int position;
    private long skipping;
    private int pendingType;
    private boolean inBody;

    BinaryMessageScanner(int maxSize, int maxDepth) {
        this.maxSize = maxSize;
        this.maxDepth = maxDepth;
        // One more for the struct of the arguments or the result around everything.
        this.types = new int[maxDepth + 1];
        this.valueTypes = new int[maxDepth + 1];
        this.left = new long[maxDepth + 1];
    }

    /** Begins with another message. */
    void reset() {
        depth = 0;
        position = 0;
        skipping = 0;
        pendingType = NO_TYPE;
        inBody = false;
    }

    /**
     * Goes on with the message that begins at the buffer's reader index; takes nothing out of the buffer.
     *
     * @return the message's size, or -1 if its end has not come yet
     */
    int scan(ByteBuf buffer) {
        int start = buffer.readerIndex();
        int available = buffer.readableBytes();
        for (;;) {
            if (skipping > 0) {
                long step = Math.min(skipping, available - position);
                position += (int) step;
                skipping -= step;
                checkSize(position + skipping);
                if (skipping > 0) {
                    return MORE;
                }
            }
            if (inBody && depth == 0) {
                return position;
            }
            if (!step(buffer, start, available)) {
                checkSize(position + 1L);
                return MORE;
            }
        }
    }

    /** One token further; {@code false} if it is not there as a whole. */
    private boolean step(ByteBuf buffer, int start, int available) {
        if (!inBody) {
            return enterBody(buffer, start, available);
        }
        if (pendingType != NO_TYPE) {
            return enterValue(buffer, start, available);
        }
        int top = depth - 1;
        if (types[top] == ThriftType.STRUCT && left[top] < 0) {
            return nextField(buffer, start, available);
        }
        nextElement(top);
        return true;
    }

    private boolean enterBody(ByteBuf buffer, int start, int available) {
        if (available < StrictHeader.NAME_AT) {
            return false;
        }
        int name = length(buffer.getInt(start + StrictHeader.NAME_LENGTH_AT), "method name");
        skipping = (long) StrictHeader.SIZE_WITHOUT_NAME + name;
        inBody = true;
        push(ThriftType.STRUCT, NO_TYPE, MORE);
        return true;
    }

    private boolean nextField(ByteBuf buffer, int start, int available) {
        if (available - position < 1) {
            return false;
        }
        int type = buffer.getUnsignedByte(start + position);
        if (type == ThriftType.STOP) {
            position++;
            depth--;
            return true;
        }
        if (available - position < 3) {
            return false;
        }
        position += 3;
        pendingType = type;
        return true;
    }

    private void nextElement(int top) {
        if (left[top] == 0) {
            depth--;
            return;
        }
        // A map's entries are counted twice: an even rest means a key is next.
        boolean value = valueTypes[top] != NO_TYPE && (left[top] & 1) == 1;
        left[top]--;
        pendingType = value ? valueTypes[top] : types[top];
    }

    private boolean enterValue(ByteBuf buffer, int start, int available) {
        int size = ThriftType.binarySize(pendingType);
        if (size > 0) {
            skipping = size;
        } else if (pendingType == ThriftType.STRUCT) {
            push(ThriftType.STRUCT, NO_TYPE, MORE);
        } else if (!enterSized(buffer, start, available)) {
            return false;
        }
        pendingType = NO_TYPE;
        return true;
    }

    /** Enters a value that says in its first bytes how much there is of it. */
    private boolean enterSized(ByteBuf buffer, int start, int available) {
        int beginning = ThriftType.binaryMinimum(pendingType);
        if (available - position < beginning) {
            return false;
        }
        int at = start + position;
        position += beginning;
        switch (pendingType) {
            case ThriftType.STRING -> skipping = length(buffer.getInt(at), "string");
            case ThriftType.LIST, ThriftType.SET -> enterList(buffer.getUnsignedByte(at), buffer.getInt(at + 1));
            case ThriftType.MAP -> enterMap(buffer.getUnsignedByte(at), buffer.getUnsignedByte(at + 1), buffer.getInt(at + 2));
            default -> throw ThriftType.unknown("type", pendingType);
        }
        return true;
    }

    private void enterList(int type, int size) {
        checkElements(size, minimum(type, size));
        push(type, NO_TYPE, size);
    }

    private void enterMap(int keyType, int valueType, int size) {
        checkElements(size, minimum(keyType, size) + minimum(valueType, size));
        push(keyType, valueType, 2L * size);
    }

    /** Every element takes bytes, so that no count makes this walk longer than its message. */
    private int minimum(int type, int size) {
        int minimum = ThriftType.binaryMinimum(type);
        // An empty container may leave its types out.
        if (size != 0 && minimum < 0) {
            throw ThriftType.unknown("element type", type);
        }
        return minimum;
    }

    private void checkElements(int size, int minimum) {
        if (size < 0 || size > maxSize) {
            throw malformed("container size: " + Integer.toUnsignedString(size) + " (expected: at most " + maxSize + ")");
        }
        checkSize(position + (long) size * minimum);
    }

    private void push(int type, int valueType, long count) {
        if (depth == types.length) {
            throw malformed("nesting depth: " + (depth + 1) + " (expected: at most " + maxDepth + ")");
        }
        types[depth] = type;
        valueTypes[depth] = valueType;
        left[depth] = count;
        depth++;
    }

    private int length(int length, String what) {
        if (length < 0 || length > maxSize) {
            throw malformed(what + " length: " + length + " (expected: 0-" + maxSize + ")");
        }
        return length;
    }

    private void checkSize(long size) {
        if (size > maxSize) {
            throw malformed("message size: more than " + maxSize + " (expected: at most that)");
        }
    }
}
