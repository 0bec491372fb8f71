package io.quarkiverse.volo.thrift.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.value.Binary;

/**
 * Where a message is written as an array: the buffer's own if it has one, else an array that is copied to the buffer when it is
 * full. Everything is written to the array, so that a value costs one comparison and one access, whatever the buffer is.
 */
abstract sealed class OutputWindow permits ThriftWriter {

    /** A longer string or binary goes to the buffer by itself. */
    static final int LONGEST_STAGED = ScratchMemory.SIZE / 4;

    private static final byte[] NOTHING = {};

    byte[] array = NOTHING;
    /** Where the next byte goes. */
    int position;
    /** Behind the last byte of the array that is ours. */
    int limit;

    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    private boolean borrowed;
    private ScratchMemory scratch = ScratchMemory.NONE;

    OutputWindow() {
    }

    @SuppressWarnings("ReferenceEquality")
    final void open(ByteBuf bytes) {
        leave();
        if (buffer != bytes) {
            buffer = bytes;
        }
    }

    /** Has what was written in the buffer, and borrows nothing any more; more can be written. */
    final void flush() {
        if (borrowed) {
            buffer.writeBytes(array, 0, position);
        } else if (limit > 0) {
            buffer.writerIndex(position - buffer.arrayOffset());
        }
        leave();
    }

    /** Lets go of the buffer, without what was not {@linkplain #flush() flushed}. */
    final void close() {
        leave();
        buffer = Unpooled.EMPTY_BUFFER;
        if (array != scratch.array) {
            array = NOTHING;
        }
    }

    /** The array stays, out of limits, see {@link InputWindow#use}. */
    private void leave() {
        if (borrowed) {
            scratch.giveBack();
            borrowed = false;
        }
        position = 0;
        limit = 0;
    }

    private void use(byte[] next) {
        if (array != next) {
            array = next;
        }
    }

    /** Has room for this many bytes, a value's and at most {@link ScratchMemory#SIZE}, in the array. */
    final void require(int bytes) {
        if (limit - position < bytes) {
            makeRoom(bytes);
        }
    }

    /** For how many of these values, each of so many bytes, there is room in the array; at least one. */
    final int room(int wanted, int bytes) {
        int count = Math.min(wanted, ScratchMemory.SIZE / bytes);
        require(count * bytes);
        return count;
    }

    private void makeRoom(int bytes) {
        if (buffer.hasArray()) {
            flush();
            buffer.ensureWritable(bytes);
            use(buffer.array());
            position = buffer.arrayOffset() + buffer.writerIndex();
            limit = buffer.arrayOffset() + buffer.capacity();
        } else if (borrowed) {
            buffer.writeBytes(array, 0, position);
            position = 0;
        } else {
            ScratchMemory taken = ScratchMemory.take(scratch);
            if (scratch != taken) {
                scratch = taken;
            }
            use(taken.array);
            borrowed = true;
            limit = array.length;
        }
    }

    /** Writes bytes of any number, which are not copied twice. */
    final void writeBytes(Binary bytes) {
        int length = bytes.size();
        if (length <= LONGEST_STAGED) {
            require(length);
            bytes.copyTo(array, position);
            position += length;
        } else {
            flush();
            buffer.writeBytes(bytes.asByteBuffer());
        }
    }

    /** Writes so many bytes that they had better not be copied twice. */
    final void writeBytes(byte[] bytes) {
        flush();
        buffer.writeBytes(bytes);
    }
}
