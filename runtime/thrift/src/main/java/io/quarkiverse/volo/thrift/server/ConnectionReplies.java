package io.quarkiverse.volo.thrift.server;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * What one connection has started and not answered yet, and the replies to that: each leaves in its turn, which
 * {@link Ordering} and the peer's own word say. Used on the connection's event loop only.
 */
final class ConnectionReplies {

    private final ChannelHandlerContext here;
    private final ReplyWriter writer;
    private final boolean unordered;
    private final ConnectionWatch watch;
    private final ConnectionEnd end;
    private final ReplySender sender;
    private final ReplyQueue calls = new ReplyQueue();

    /**
     * @param here where writes begin
     * @param writer may be shared by connections of one event loop
     * @param watch is told that something has left
     * @param end says whether replies announce it, and is told of those that did
     */
    ConnectionReplies(ChannelHandlerContext here, ReplyWriter writer, Ordering ordering, ConnectionWatch watch,
            ConnectionEnd end) {
        this.here = here;
        this.writer = writer;
        this.unordered = ordering == Ordering.UNORDERED;
        this.watch = watch;
        this.end = end;
        this.sender = new ReplySender(here);
    }

    ReplySender sender() {
        return sender;
    }

    /** How many calls have not ended, or end in a reply whose turn has not come. */
    int waiting() {
        return calls.size();
    }

    boolean areNoneWaiting() {
        return calls.isEmpty();
    }

    /** A call has been started. */
    void started(ServerCall<?, ?> call) {
        calls.add(call);
    }

    /** A call has ended that is not answered. */
    void endedUntold(ServerCall<?, ?> call) {
        call.done(null);
        calls.remove(call);
        leaveInOrder();
    }

    /**
     * Answers a call that has ended.
     *
     * @param following how many calls are likely to be answered at once
     */
    <Q, R> void ended(ServerCall<Q, R> call, @Nullable R item, @Nullable Throwable failure, int following) {
        if (calls.first() == call || leavesAtOnce(call.head)) {
            calls.remove(call);
            encode(sender.next(call.route.expectedReplySize(), following), call, item, failure);
            sender.wrote();
            left();
        } else {
            ByteBuf reply = here.alloc().buffer(call.route.expectedReplySize());
            encode(reply, call, item, failure);
            call.done(reply);
        }
        leaveInOrder();
    }

    private <Q, R> void encode(ByteBuf buffer, ServerCall<Q, R> call, @Nullable R item, @Nullable Throwable failure) {
        writer.announceReset(end.isNear());
        if (failure == null) {
            writer.success(buffer, call, item);
        } else {
            writer.failure(buffer, call, failure);
        }
    }

    /** Whether a reply leaves when it is ready, whatever was asked before. */
    private boolean leavesAtOnce(RequestHead head) {
        return unordered || head.outOfOrder();
    }

    /** Answers a request that no service has seen; in its turn, like any other. */
    void answer(RequestHead head, Consumer<ByteBuf> text) {
        ByteBuf reply = here.alloc().buffer(ReplyWriter.ERROR_SIZE);
        writer.announceReset(end.isNear());
        text.accept(reply);
        if (leavesAtOnce(head)) {
            leave(reply);
        } else {
            ReplySlot slot = new ReplySlot();
            slot.done(reply);
            calls.add(slot);
            leaveInOrder();
        }
    }

    private void leaveInOrder() {
        for (ReplySlot first = calls.first(); first != null && first.isDone(); first = calls.first()) {
            calls.removeFirst(first);
            ByteBuf reply = first.takeReply();
            if (reply != null) {
                leave(reply);
            }
        }
    }

    private void leave(ByteBuf reply) {
        sender.write(reply);
        left();
    }

    private void left() {
        watch.sawActivity();
        if (end.isNear()) {
            end.sawReply();
        }
    }

    /** Sends what is nobody's reply, and releases it. */
    void send(ByteBuf message) {
        sender.write(message);
        watch.sawActivity();
    }

    /** The connection has gone. */
    void connectionLost() {
        sender.release();
        calls.connectionLost();
    }
}
