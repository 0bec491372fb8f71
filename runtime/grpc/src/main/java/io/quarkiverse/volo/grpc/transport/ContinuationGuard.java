package io.quarkiverse.volo.grpc.transport;

import io.netty.buffer.ByteBuf;

/**
 * Counts the CONTINUATION frames that follow one another. Netty bounds the bytes of a header list, but not the frames that it
 * comes in, and such frames may be empty: a peer could keep this side busy with them for ever. Looks at frames' headers only.
 */
final class ContinuationGuard {

    /** Frames hold 16 KiB; no honest header list needs so many. */
    static final int MAX_IN_A_ROW = 64;

    private static final int HEADER_SIZE = 9;
    private static final int LENGTH_SIZE = 3;
    private static final int PREFACE_SIZE = 24;
    private static final int CONTINUATION = 0x9;

    /** What of the current frame, or of the preface, is still to come. */
    private int skip;
    /** How many bytes of the next frame's header have come. */
    private int headerRead;
    private int length;
    private int inARow;
    private boolean begun;
    private boolean flooded;

    /**
     * Looks at bytes that have come, and leaves them as they are.
     *
     * @param preface whether the connection begins with HTTP/2's preface
     * @return whether the peer may go on
     */
    boolean accepts(ByteBuf bytes, boolean preface) {
        if (!begun) {
            begun = true;
            skip = preface ? PREFACE_SIZE : 0;
        }
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (skip > 0) {
                int skipped = Math.min(skip, end - at);
                skip -= skipped;
                at += skipped;
            } else if (headerRead == 0 && end - at >= HEADER_SIZE) {
                skip = bytes.getUnsignedMedium(at);
                count(bytes.getByte(at + LENGTH_SIZE));
                at += HEADER_SIZE;
            } else {
                readHeader(bytes.getUnsignedByte(at++));
            }
        }
        return !flooded;
    }

    /** A byte of a header that came in pieces. */
    private void readHeader(int next) {
        if (headerRead < LENGTH_SIZE) {
            length = (length << Byte.SIZE | next) & 0xFFFFFF;
        } else if (headerRead == LENGTH_SIZE) {
            count(next);
        }
        headerRead++;
        if (headerRead == HEADER_SIZE) {
            headerRead = 0;
            skip = length;
        }
    }

    private void count(int type) {
        inARow = type == CONTINUATION ? inARow + 1 : 0;
        flooded |= inARow > MAX_IN_A_ROW;
    }
}
