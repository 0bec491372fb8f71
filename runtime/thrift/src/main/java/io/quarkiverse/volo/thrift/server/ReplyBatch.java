package io.quarkiverse.volo.thrift.server;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * Replies that leave one behind the other, in one buffer: one long piece takes less to hand over and to send than many short
 * ones. Used on the connection's event loop only.
 */
final class ReplyBatch {

    /** A batch with so many bytes is handed over; pooled memory of this size stays with its thread. */
    private static final int LONGEST = 32 * 1024;

    private @Nullable ByteBuf buffer;

    /**
     * Where the next reply goes; it stays this batch's. Nobody else writes to the connection before {@link #handOver}.
     *
     * @param expectedSize what the reply will take, as far as one knows
     * @param following how many replies of this size are likely to follow at once
     */
    ByteBuf next(ChannelHandlerContext connection, int expectedSize, int following) {
        ByteBuf begun = buffer;
        if (begun != null && (begun.readableBytes() >= LONGEST || begun.maxFastWritableBytes() < expectedSize)) {
            handOver(connection);
            begun = null;
        }
        if (begun == null) {
            long expected = (long) expectedSize * (following + 1);
            begun = connection.alloc().buffer((int) Math.max(expectedSize, Math.min(expected, LONGEST)));
            buffer = begun;
        }
        return begun;
    }

    /** Queues what there is to be sent with the next flush. */
    void handOver(ChannelHandlerContext connection) {
        ByteBuf full = buffer;
        if (full != null) {
            buffer = null;
            connection.write(full, connection.voidPromise());
        }
    }

    /** The connection has gone. */
    void release() {
        ByteBuf unsent = buffer;
        if (unsent != null) {
            buffer = null;
            unsent.release();
        }
    }
}
