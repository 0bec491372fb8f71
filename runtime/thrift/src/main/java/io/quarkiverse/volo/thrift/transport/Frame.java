package io.quarkiverse.volo.thrift.transport;

import io.netty.buffer.ByteBuf;

/** What may be around a message: its length, in front of it. */
public final class Frame {

    /** How many bytes the length takes. */
    public static final int LENGTH_SIZE = 4;

    private Frame() {
    }

    /**
     * Whether bytes, at least one, begin with a frame: its length is never negative, so a first bit that is set begins a bare
     * message.
     */
    public static boolean begins(ByteBuf bytes) {
        return bytes.getByte(bytes.readerIndex()) >= 0;
    }
}
