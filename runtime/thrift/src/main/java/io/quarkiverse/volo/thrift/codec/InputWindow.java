package io.quarkiverse.volo.thrift.codec;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The bytes of a message as an array: the buffer's own if it has one, else a part of it at a time, copied. Everything is read
 * from the array, so that a value costs one comparison and one access, whatever the buffer is.
 */
abstract sealed class InputWindow permits ThriftReader {

    private static final byte[] NOTHING = {};

    byte[] array = NOTHING;
    /** The next byte in the array. */
    int position;
    /** Behind the last byte in the array. */
    int limit;

    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    /** How many bytes of the buffer are not in the array yet. */
    private int beyond;
    private boolean borrowed;
    private ScratchMemory scratch = ScratchMemory.NONE;

    InputWindow() {
    }

    @SuppressWarnings("ReferenceEquality")
    final void open(ByteBuf bytes) {
        giveBack();
        if (buffer != bytes) {
            buffer = bytes;
        }
        if (bytes.hasArray()) {
            use(bytes.array());
            position = bytes.arrayOffset() + bytes.readerIndex();
            limit = position + bytes.readableBytes();
            beyond = 0;
        } else {
            position = 0;
            limit = 0;
            beyond = bytes.readableBytes();
        }
    }

    /**
     * To set a field of an old object to another object costs a memory barrier with most garbage collectors, 8 ns; half of what
     * reading a short message takes were those. So what is there already is not set again, and an array that is given back
     * stays, out of limits.
     */
    private void use(byte[] next) {
        if (array != next) {
            array = next;
        }
    }

    /** Takes what was read out of the buffer, and borrows nothing any more; more can be read. */
    final void sync() {
        int remaining = remaining();
        buffer.readerIndex(buffer.writerIndex() - remaining);
        if (borrowed) {
            giveBack();
            position = 0;
            limit = 0;
            beyond = remaining;
        }
    }

    private void giveBack() {
        if (borrowed) {
            scratch.giveBack();
            borrowed = false;
        }
    }

    /** Lets go of the buffer, which stays as it was at the last {@link #sync()}. */
    final void close() {
        giveBack();
        buffer = Unpooled.EMPTY_BUFFER;
        if (array != scratch.array) {
            array = NOTHING;
        }
        position = 0;
        limit = 0;
        beyond = 0;
    }

    /** How many bytes of the message are left. */
    final int remaining() {
        return limit - position + beyond;
    }

    /** Has this many bytes, a value's, in the array. */
    final void require(int bytes) {
        if (limit - position < bytes) {
            refill(bytes);
        }
    }

    /** How many of these values, each of so many bytes, are in the array; at least one. */
    final int ready(int wanted, int bytes) {
        require(bytes);
        return Math.min(wanted, (limit - position) / bytes);
    }

    private void refill(int bytes) {
        if (remaining() < bytes) {
            throw malformed("message ends early: " + remaining() + " bytes remain (expected: at least " + bytes + ")");
        }
        if (!borrowed) {
            borrow();
        }
        int kept = limit - position;
        if (kept > 0) {
            System.arraycopy(array, position, array, 0, kept);
        }
        int added = Math.min(beyond, array.length - kept);
        buffer.getBytes(buffer.writerIndex() - beyond, array, kept, added);
        beyond -= added;
        position = 0;
        limit = kept + added;
    }

    private void borrow() {
        ScratchMemory taken = ScratchMemory.take(scratch);
        if (scratch != taken) {
            scratch = taken;
        }
        use(taken.array);
        borrowed = true;
    }

    /** Has this many bytes in the array if so many remain; answers whether. */
    final boolean have(int bytes) {
        if (limit - position >= bytes) {
            return true;
        }
        if (beyond == 0 || remaining() < bytes) {
            return false;
        }
        refill(bytes);
        return true;
    }

    /** Whether so many bytes, which remain, can be in the array at once; then they are. */
    final boolean inArray(int bytes) {
        if (limit - position >= bytes) {
            return true;
        }
        if (bytes > ScratchMemory.SIZE) {
            return false;
        }
        refill(bytes);
        return true;
    }

    /** Takes bytes, which remain, into an array of their own. */
    final byte[] copy(int bytes) {
        byte[] copy = new byte[bytes];
        int here = Math.min(bytes, limit - position);
        System.arraycopy(array, position, copy, 0, here);
        position += here;
        if (here < bytes) {
            buffer.getBytes(buffer.writerIndex() - beyond, copy, here, bytes - here);
            beyond -= bytes - here;
        }
        return copy;
    }

    /** Where reading has come to, for {@link #since}. */
    final int offset() {
        return buffer.writerIndex() - remaining();
    }

    /** A copy of what was read since. */
    final byte[] since(int offset) {
        byte[] copy = new byte[offset() - offset];
        buffer.getBytes(offset, copy);
        return copy;
    }

    final void skipBytes(long bytes) {
        if (bytes > remaining()) {
            throw malformed("message ends early: " + remaining() + " bytes remain (expected: at least " + bytes + ")");
        }
        int here = (int) Math.min(bytes, limit - position);
        position += here;
        beyond -= (int) bytes - here;
    }
}
