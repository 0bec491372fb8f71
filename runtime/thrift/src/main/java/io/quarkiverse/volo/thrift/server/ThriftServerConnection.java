package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.io.IOException;
import java.net.InetSocketAddress;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.LoopInbox;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.transport.RefusedHeader;
import io.quarkiverse.volo.transport.LingeringClose;
import io.vertx.core.impl.ContextInternal;

/**
 * One connection of a Thrift server: cuts requests out of the bytes, starts them in their order, and lets replies leave in the
 * order that {@link Ordering} says. Everything here happens on the connection's event loop.
 *
 * <p>
 * A request is started only if {@link #mayStart()}; otherwise its bytes stay where they are and the socket is not read, so a
 * peer that sends faster than it is served, or never reads, is held back by TCP.
 *
 * <p>
 * Replies written during a read are flushed once at its end; later ones are flushed together by one task per loop turn.
 */
final class ThriftServerConnection extends ChannelInboundHandlerAdapter implements ConnectionWatch.Watched {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.server");

    private final ThriftServer server;
    private final ThriftServerOptions options;
    private final Channel channel;
    private final ContextInternal context;
    private final Endpoint peer;
    private final LoopInbox inbox;
    private final MessageFramer framer;
    /** These two are the event loop's. */
    private final BinaryReader reader;
    private final ReplyWriter replies;
    /** What leaves with the next flush, as far as it has not been handed over. */
    private final ReplyBatch batch = new ReplyBatch();
    private final ConnectionWatch watch;

    /** What has been started and not left yet. */
    private final ReplyQueue calls = new ReplyQueue();

    private int onewaysRunning;
    private boolean working;
    private boolean reading;
    private boolean flushDue;
    private boolean flushScheduled;
    private boolean atGate;
    private boolean passedGate;
    private boolean held;
    private boolean ending;

    /** Where our writes begin: Vert.x' own handler is behind it. */
    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext here;

    ThriftServerConnection(ThriftServer server, Channel channel, ContextInternal context) {
        this.server = server;
        this.options = server.options();
        this.channel = channel;
        this.context = context;
        this.peer = new Endpoint("", channel.remoteAddress() instanceof InetSocketAddress inet
                ? Address.of(inet.getHostString(), inet.getPort())
                : null);
        this.inbox = LoopInbox.of(channel.eventLoop());
        this.framer = new MessageFramer(options.maxFrameSize(), options.decoding().maxDepth());
        LoopMessages messages = server.messages(channel.eventLoop());
        this.reader = messages.reader;
        this.replies = messages.replies;
        this.watch = new ConnectionWatch(options.connection(), this);
    }

    EventLoop eventLoop() {
        return channel.eventLoop();
    }

    Endpoint peer() {
        return peer;
    }

    LoopInbox inbox() {
        return inbox;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handler) {
        here = handler;
        watch.start(channel.eventLoop());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext handler) {
        watch.stop();
    }

    @Override
    public void channelRead(ChannelHandlerContext handler, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            handler.fireChannelRead(message);
            return;
        }
        if (ending) {
            bytes.release();
            return;
        }
        reading = true;
        watch.sawActivity();
        framer.add(channel.alloc(), bytes);
        work();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext handler) {
        reading = false;
        flush();
    }

    /** Takes requests out of the bytes as long as they may be started. */
    private void work() {
        if (working) {
            return;
        }
        working = true;
        try {
            while (mayStart() && takeRequest()) {
                watch.messageIncomplete(false);
            }
            framer.discardRead();
            watch.messageIncomplete(framer.hasRest() && mayStart());
        } finally {
            working = false;
        }
        holdBack(!ending && !mayStart());
    }

    /** Stops or goes on reading the socket. */
    private void holdBack(boolean hold) {
        if (held != hold) {
            held = hold;
            channel.config().setAutoRead(!hold);
        }
    }

    private boolean mayStart() {
        return !ending && !atGate
                && onewaysRunning == 0
                && calls.size() < (options.ordering() == Ordering.SERIAL ? 1 : options.maxInFlight())
                && channel.isWritable();
    }

    private boolean takeRequest() {
        try {
            ByteBuf message = framer.next();
            if (message == null) {
                return false;
            }
            if (heldAtGate()) {
                return false;
            }
            serve(message);
            return true;
        } catch (VoloException e) {
            refuse(e);
            return false;
        }
    }

    /** In dev mode a request waits here; its bytes wait in the framer. */
    private boolean heldAtGate() {
        RequestGate gate = server.gate();
        if (gate == null) {
            return false;
        }
        if (passedGate) {
            passedGate = false;
            return false;
        }
        framer.putBack();
        atGate = true;
        gate.enter(channel.remoteAddress(), () -> inbox.execute(this::leaveGate));
        return true;
    }

    private void leaveGate() {
        atGate = false;
        passedGate = true;
        if (!ending) {
            work();
        }
    }

    private void serve(ByteBuf message) {
        try {
            serve(readHeader(message));
        } finally {
            reader.finish();
        }
    }

    private void serve(MessageHeader header) {
        boolean framed = framer.framed();
        if (header.type() != MessageType.CALL && header.type() != MessageType.ONEWAY) {
            refuseRequest(header, framed, new ThriftException(ThriftException.Type.INVALID_MESSAGE_TYPE,
                    "message type: " + header.type() + " (expected: 1, call, or 4, oneway)"));
            return;
        }
        ThriftRoutes routes = server.routes();
        Route<?, ?> route = routes.find(header.name());
        if (route == null) {
            refuseRequest(header, framed, routes.refusal(header.name()));
            return;
        }
        serve(route, header, framed);
    }

    private MessageHeader readHeader(ByteBuf message) {
        try {
            MessageHeader header = reader.reset(message).readMessageBegin();
            if (header.name().length() > RefusedHeader.LONGEST_NAME) {
                throw malformed("method name: " + header.name().length() + " characters (expected: at most "
                        + RefusedHeader.LONGEST_NAME + ")");
            }
            return header;
        } catch (VoloException e) {
            // What is refused is this message, not the one behind it.
            framer.putBack();
            throw e;
        }
    }

    private <Q, R> void serve(Route<Q, R> route, MessageHeader header, boolean framed) {
        boolean answered = header.type() == MessageType.CALL && !route.method.oneway();
        Q arguments;
        try {
            arguments = route.method.arguments().read(reader);
        } catch (VoloException e) {
            ThriftException error = ReplyWriter.protocolError(route.method.fullName(), e);
            if (answered) {
                refuseRequest(header, framed, error);
            } else {
                logRefused(error);
            }
            return;
        }
        route.malformed.add(reader.malformedStrings());
        reader.finish();
        ServerCall<Q, R> call = new ServerCall<>(this, route, header.sequenceId(), framed, answered);
        calls.add(call);
        if (!answered) {
            onewaysRunning++;
        }
        call.start(options.callContext().apply(context), arguments);
    }

    /** Answers a request that is not served; in its turn, like any other reply. */
    private void refuseRequest(MessageHeader header, boolean framed, ThriftException error) {
        logRefused(error);
        if (header.type() == MessageType.ONEWAY) {
            return;
        }
        answer(header, framed, error);
    }

    private void logRefused(ThriftException error) {
        LOG.debugf("refused a request of %s: %s", peer, error.getMessage());
    }

    /** Nothing more can be read: answers if the request's header could be read, and closes after the replies before it. */
    private void refuse(VoloException failure) {
        LOG.infof("closing the connection of %s: %s", peer, failure.getMessage());
        RefusedHeader refused = framer.headerOfRefused();
        if (refused != null && refused.header().type() == MessageType.CALL) {
            answer(refused.header(), refused.framed(),
                    ReplyWriter.protocolError("'" + refused.header().name() + "'", failure));
        }
        ending = true;
        framer.release();
        leaveInOrder();
    }

    /** The service has answered, or failed. */
    <Q, R> void ended(ServerCall<Q, R> call, @Nullable R item, @Nullable Throwable failure) {
        if (!channel.isActive()) {
            return;
        }
        if (!call.answered) {
            call.done(null);
            onewaysRunning--;
            logUntold(call, failure);
        } else if (calls.first() == call) {
            calls.removeFirst(call);
            encode(batchFor(call), call, item, failure);
            leaves();
        } else {
            ByteBuf reply = channel.alloc().buffer(call.route.expectedReplySize());
            encode(reply, call, item, failure);
            call.done(reply);
        }
        if (options.ordering() == Ordering.UNORDERED && calls.remove(call)) {
            write(call);
        }
        leaveInOrder();
        work();
    }

    /** Requests that came in one read are likely to be answered together. */
    private ByteBuf batchFor(ServerCall<?, ?> call) {
        return batch.next(here, call.route.expectedReplySize(), framer.following());
    }

    private <Q, R> void encode(ByteBuf buffer, ServerCall<Q, R> call, @Nullable R item, @Nullable Throwable failure) {
        if (failure == null) {
            replies.success(buffer, call, item);
        } else {
            replies.failure(buffer, call, failure);
        }
    }

    private static void logUntold(ServerCall<?, ?> call, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.errorf(failure, "%s failed; its caller is not told, as the call is oneway", call.route.method.fullName());
        }
    }

    private void answer(MessageHeader request, boolean framed, ThriftException error) {
        ByteBuf reply = channel.alloc().buffer(ReplyWriter.ERROR_SIZE);
        replies.error(reply, request, framed, error);
        ReplySlot slot = new ReplySlot();
        slot.done(reply);
        if (options.ordering() == Ordering.UNORDERED) {
            write(slot);
        } else {
            calls.add(slot);
            leaveInOrder();
        }
    }

    private void leaveInOrder() {
        for (ReplySlot first = calls.first(); first != null && first.isDone(); first = calls.first()) {
            calls.removeFirst(first);
            write(first);
        }
        if (ending && calls.isEmpty()) {
            close();
        }
    }

    private void write(ReplySlot slot) {
        ByteBuf reply = slot.takeReply();
        if (reply == null) {
            return;
        }
        batch.handOver(here);
        here.write(reply, here.voidPromise());
        leaves();
    }

    /** A reply has been written and is to be flushed. */
    private void leaves() {
        watch.sawActivity();
        flushDue = true;
        if (!reading && !flushScheduled) {
            flushScheduled = true;
            channel.eventLoop().execute(this::flushLater);
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

    private void close() {
        flushDue = false;
        batch.handOver(here);
        // What still comes is read, and dropped.
        holdBack(false);
        LingeringClose.close(here);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext handler) {
        if (channel.isWritable()) {
            work();
        }
        handler.fireChannelWritabilityChanged();
    }

    @Override
    public boolean isServing() {
        return !calls.isEmpty();
    }

    @Override
    public void expired(String reason) {
        LOG.infof("closing the connection of %s: %s", peer, reason);
        here.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext handler) {
        ending = true;
        framer.release();
        batch.release();
        calls.connectionLost();
        handler.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext handler, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debugf(cause, "the connection of %s broke", peer);
        } else {
            LOG.warnf(cause, "closing the connection of %s", peer);
        }
        handler.close();
    }
}
