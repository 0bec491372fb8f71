package io.quarkiverse.volo.thrift.transport;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.netty.buffer.ByteBuf;

/**
 * Finds the end of a message that has no length around it. Goes on where it stopped when more bytes come, so that a message in
 * a thousand pieces is still walked only once; takes no memory but a stack of the nesting.
 */
abstract class BareMessageScanner {

    static final int NO_TYPE = 0;
    private static final int MORE = -1;
    private static final long STRUCT = -1;

    private final MessageProtocol protocol;
    private final int maxSize;
    private final int maxDepth;

    /** What is open: for a container its elements' types and how many are left; for a struct neither. */
    private final int[] types;
    private final int[] valueTypes;
    private final long[] left;
    private int depth;

    /** The next byte, from the message's first on. */
    int position;
    /** So many bytes of no interest come next. */
    long skipping;
    /** What comes next, if a value does. */
    private int pendingType;
    private boolean inBody;

    BareMessageScanner(MessageProtocol protocol, int maxSize, int maxDepth) {
        this.protocol = protocol;
        this.maxSize = maxSize;
        this.maxDepth = maxDepth;
        // One more for the struct of the arguments or the result around everything.
        this.types = new int[maxDepth + 1];
        this.valueTypes = new int[maxDepth + 1];
        this.left = new long[maxDepth + 1];
    }

    static BareMessageScanner of(MessageProtocol protocol, int maxSize, int maxDepth) {
        return protocol == MessageProtocol.BINARY ? new BinaryMessageScanner(maxSize, maxDepth)
                : new CompactMessageScanner(maxSize, maxDepth);
    }

    MessageProtocol protocol() {
        return protocol;
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
    final int scan(ByteBuf buffer) {
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
            inBody = skipHeader(buffer, start, available);
            if (inBody) {
                enterStruct();
            }
            return inBody;
        }
        if (pendingType != NO_TYPE) {
            if (!enterValue(pendingType, buffer, start, available)) {
                return false;
            }
            pendingType = NO_TYPE;
            return true;
        }
        int top = depth - 1;
        if (left[top] == STRUCT) {
            return nextField(buffer, start, available);
        }
        nextElement(top);
        return true;
    }

    /** Skips what the message begins with; {@code false} if it is not there as a whole. */
    abstract boolean skipHeader(ByteBuf buffer, int start, int available);

    /** Tells the {@linkplain #value next field's value} or {@linkplain #leave the struct's end}. */
    abstract boolean nextField(ByteBuf buffer, int start, int available);

    /** Skips, or enters, a value. */
    abstract boolean enterValue(int type, ByteBuf buffer, int start, int available);

    private void nextElement(int top) {
        if (left[top] == 0) {
            leave();
            return;
        }
        // A map's entries are counted twice: an even rest means a key is next.
        boolean value = valueTypes[top] != NO_TYPE && (left[top] & 1) == 1;
        left[top]--;
        pendingType = value ? valueTypes[top] : types[top];
    }

    /** A value of this type comes next. */
    final void value(int type) {
        pendingType = type;
    }

    final void leave() {
        depth--;
    }

    final void enterStruct() {
        push(NO_TYPE, NO_TYPE, STRUCT);
    }

    /** @param minimum what an element takes at least: every one takes bytes, so that no count makes this walk too long */
    final void enterList(int type, int size, int minimum) {
        checkElements(size, minimum);
        push(type, NO_TYPE, size);
    }

    /** @param minimum what a key and its value take at least */
    final void enterMap(int keyType, int valueType, int size, int minimum) {
        checkElements(size, minimum);
        push(keyType, valueType, 2L * size);
    }

    private void checkElements(int size, int minimum) {
        if (size < 0 || size > maxSize) {
            throw malformed("container size: " + Integer.toUnsignedString(size) + " (expected: at most " + maxSize + ")");
        }
        checkSize(position + (long) size * minimum);
    }

    private void push(int type, int valueType, long count) {
        if (depth == left.length) {
            throw malformed("nesting depth: " + (depth + 1) + " (expected: at most " + maxDepth + ")");
        }
        types[depth] = type;
        valueTypes[depth] = valueType;
        left[depth] = count;
        depth++;
    }

    final int length(int length, String what) {
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
