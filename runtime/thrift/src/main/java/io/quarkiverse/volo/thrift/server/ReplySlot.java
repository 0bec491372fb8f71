package io.quarkiverse.volo.thrift.server;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;

/** The place of a reply in its connection's order. Used on the connection's event loop only. */
class ReplySlot {

    /** The one behind it; {@link ReplyQueue}'s. */
    @Nullable
    ReplySlot next;

    /** Whether what is to be said is known. */
    private boolean done;

    /** What is to be said; {@code null} of a oneway, and once it has been taken. */
    private @Nullable ByteBuf reply;

    final boolean isDone() {
        return done;
    }

    final void done(@Nullable ByteBuf reply) {
        this.done = true;
        this.reply = reply;
    }

    /** The reply, which is the caller's to release now. */
    final @Nullable ByteBuf takeReply() {
        ByteBuf taken = reply;
        reply = null;
        return taken;
    }

    /** The peer has gone: nobody waits for the reply any more. */
    void connectionLost() {
        ByteBuf unsent = takeReply();
        if (unsent != null) {
            unsent.release();
        }
    }
}
