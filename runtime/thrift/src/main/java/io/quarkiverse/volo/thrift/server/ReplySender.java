package io.quarkiverse.volo.thrift.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;

/**
 * Sends the replies of one connection: those written during a read are flushed once at its end, later ones together by one task
 * per loop turn. Used on the connection's event loop only.
 */
final class ReplySender {

    private final ChannelHandlerContext here;
    /** What leaves with the next flush, as far as it has not been handed over. */
    private final ReplyBatch batch = new ReplyBatch();
    private boolean reading;
    private boolean flushDue;
    private boolean flushScheduled;

    /** @param here where writes begin */
    ReplySender(ChannelHandlerContext here) {
        this.here = here;
    }

    /** Whether bytes are being worked off that have come. */
    boolean isReading() {
        return reading;
    }

    void readBegins() {
        reading = true;
    }

    void readEnds() {
        reading = false;
        flush();
    }

    /** Where the next reply is to be encoded; see {@link ReplyBatch#next}. {@link #wrote()} must follow. */
    ByteBuf next(int expectedSize, int following) {
        return batch.next(here, expectedSize, following);
    }

    /** Sends a reply that was encoded before, and releases it. */
    void write(ByteBuf reply) {
        batch.handOver(here);
        here.write(reply, here.voidPromise());
        wrote();
    }

    /** A reply has been written and is to be flushed. */
    void wrote() {
        flushDue = true;
        if (!reading && !flushScheduled) {
            flushScheduled = true;
            here.executor().execute(this::flushLater);
        }
    }

    private void flushLater() {
        flushScheduled = false;
        flush();
    }

    private void flush() {
        if (flushDue) {
            flushDue = false;
            batch.handOver(here);
            here.flush();
        }
    }

    /** Queues all there is; whoever closes the connection flushes it. */
    void handOver() {
        flushDue = false;
        batch.handOver(here);
    }

    /** Runs something when all that was written until now has left this process, or when the connection has gone. */
    void flushed(Runnable next) {
        handOver();
        here.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> next.run());
    }

    /** The connection has gone. */
    void release() {
        batch.release();
    }
}
