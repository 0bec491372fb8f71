package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.LoopInbox;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.transport.RefusedHeader;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.MetainfoKeys;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
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
    private final LoopMessages messages;
    private final ReplyWriter replies;
    private final CallerNames names;
    /** What leaves with the next flush, as far as it has not been handed over. */
    private final ReplyBatch batch = new ReplyBatch();
    private final ConnectionWatch watch;

    /** What has been started and not left yet. */
    private final ReplyQueue calls = new ReplyQueue();

    private int onewaysRunning;
    /** How many threads work on at calls that have ended already. */
    private int outlasting;
    /** A request waits for the oneways before it. */
    private boolean atBarrier;
    private boolean working;
    private boolean reading;
    private boolean flushDue;
    private boolean flushScheduled;
    private boolean atGate;
    private boolean passedGate;
    private boolean held;
    /** What waits has come before. */
    private long heldSince;
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
        this.messages = server.messages(channel.eventLoop());
        this.framer = new MessageFramer(options.maxFrameSize(), options.decoding().maxDepth(), messages.headers);
        this.replies = messages.replies;
        this.names = new CallerNames(peer);
        this.watch = new ConnectionWatch(options.connection(), this);
    }

    EventLoop eventLoop() {
        return channel.eventLoop();
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
            heldSince = hold ? System.nanoTime() : 0;
            channel.config().setAutoRead(!hold);
        }
    }

    private boolean mayStart() {
        return !ending && !atGate && !atBarrier
                && calls.size() + outlasting < (options.ordering() == Ordering.SERIAL ? 1 : options.maxInFlight())
                && channel.isWritable();
    }

    private boolean takeRequest() {
        try {
            ByteBuf message = framer.next();
            if (message == null) {
                return false;
            }
            if (heldAtBarrier() || heldAtGate()) {
                return false;
            }
            serve(message);
            return true;
        } catch (VoloException e) {
            refuse(e);
            return false;
        }
    }

    /** What comes behind a oneway call waits for its end, unless the peer says that it takes its replies in any order. */
    private boolean heldAtBarrier() {
        if (onewaysRunning == 0 || takesAnyOrder()) {
            return false;
        }
        framer.putBack();
        atBarrier = true;
        return true;
    }

    private boolean takesAnyOrder() {
        return framer.form().hasHeader() && (framer.header().flags() & TTHeader.OUT_OF_ORDER) != 0;
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
        if (framer.isStreaming()) {
            refuseStream();
            return;
        }
        ThriftReader reader = messages.readers.of(framer.form().protocol());
        try {
            serve(reader, RequestHead.of(readHeader(reader, message), framer));
        } finally {
            reader.finish();
        }
    }

    private void serve(ThriftReader reader, RequestHead head) {
        int type = head.message().type();
        if (type == MessageType.HEARTBEAT) {
            answer(head, buffer -> replies.heartbeat(buffer, head));
            return;
        }
        if (type != MessageType.CALL && type != MessageType.ONEWAY) {
            refuseRequest(head, new ThriftException(ThriftException.Type.INVALID_MESSAGE_TYPE,
                    "message type: " + type + " (expected: 1, call, or 4, oneway)"));
            return;
        }
        ThriftRoutes routes = server.routes();
        String service = head.form().hasHeader() ? framer.header().get(TextKey.SERVICE) : null;
        Route<?, ?> route = routes.find(service, head.message().name());
        if (route == null) {
            refuseRequest(head, routes.refusal(service, head.message().name()));
            return;
        }
        serve(route, reader, head);
    }

    private static MessageHeader readHeader(ThriftReader reader, ByteBuf message) {
        MessageHeader header = reader.reset(message).readMessageBegin();
        if (header.name().length() > RefusedHeader.LONGEST_NAME) {
            throw malformed("method name: " + header.name().length() + " characters (expected: at most "
                    + RefusedHeader.LONGEST_NAME + ")");
        }
        return header;
    }

    private <Q, R> void serve(Route<Q, R> route, ThriftReader reader, RequestHead head) {
        boolean answered = head.wantsReply() && !route.method.oneway();
        Q arguments;
        try {
            arguments = route.method.arguments().read(reader);
        } catch (VoloException e) {
            ThriftException error = ReplyWriter.protocolError(route.method.fullName(), e);
            if (answered) {
                refuseRequest(head, error);
            } else {
                logRefused(error);
            }
            return;
        }
        route.malformed.add(reader.malformedStrings());
        reader.finish();
        start(new ServerCall<>(this, route, head, answered), arguments);
    }

    private <Q, R> void start(ServerCall<Q, R> call, Q arguments) {
        if (call.head.form().hasHeader()) {
            TTHeader header = framer.header();
            names.tell(call.facts(), call.route.callee, header);
            MetainfoKeys.readForward(header, call.facts());
            call.facts().deadline(deadlineOf(header));
        } else {
            names.tell(call.facts(), call.route.callee, null);
        }
        calls.add(call);
        if (!call.answered) {
            onewaysRunning++;
        }
        call.start(options.callContext().apply(context), arguments);
    }

    private Deadline deadlineOf(TTHeader header) {
        long millis = header.millis(IntKey.RPC_TIMEOUT);
        return millis == 0 ? Deadline.NONE : Deadline.since(arrival(), Duration.ofMillis(millis), " (its caller's timeout)");
    }

    /** When the first byte of the request came that is being started. */
    private long arrival() {
        if (watch.isMessageIncomplete()) {
            return watch.incompleteSince();
        }
        return held ? heldSince : System.nanoTime();
    }

    /** There are none here; the peer is told, and goes on with its other calls. */
    private void refuseStream() {
        TTHeader stream = framer.header();
        if (StreamRefusal.isDue(stream)) {
            LOG.debugf("refused a stream of %s", peer);
            ByteBuf reset = channel.alloc().buffer(ReplyWriter.ERROR_SIZE);
            StreamRefusal.write(reset, stream);
            leaveNow(reset);
        }
    }

    /** Answers a request that is not served; in its turn, like any other reply. */
    private void refuseRequest(RequestHead head, ThriftException error) {
        logRefused(error);
        if (head.wantsReply()) {
            answer(head, buffer -> replies.error(buffer, head, error));
        }
    }

    private void logRefused(ThriftException error) {
        LOG.debugf("refused a request of %s: %s", peer, error.getMessage());
    }

    /** Nothing more can be read: answers if the request's header could be read, and closes after the replies before it. */
    private void refuse(VoloException failure) {
        LOG.infof("closing the connection of %s: %s", peer, failure.getMessage());
        RefusedHeader refused = framer.headerOfRefused();
        if (refused != null && refused.header().type() == MessageType.CALL) {
            RequestHead head = RequestHead.of(refused.header(), refused.form(), framer.header());
            ThriftException error = ReplyWriter.protocolError("'" + refused.header().name() + "'", failure);
            answer(head, buffer -> replies.error(buffer, head, error));
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
        boolean outlasted = call.facts().isHeld();
        if (outlasted) {
            outlasting++;
            call.facts().onSettled(end -> inbox.execute(() -> outlasted(call)));
        }
        if (!call.answered) {
            call.done(null);
            calls.remove(call);
            if (!outlasted) {
                onewayEnded();
            }
            logUntold(call, failure);
        } else if (calls.first() == call || leavesAtOnce(call.head)) {
            calls.remove(call);
            encode(batchFor(call), call, item, failure);
            leaves();
        } else {
            ByteBuf reply = channel.alloc().buffer(call.route.expectedReplySize());
            encode(reply, call, item, failure);
            call.done(reply);
        }
        leaveInOrder();
        work();
    }

    /** A thread that was not stopped with its call has finished: only now its place is free. */
    private void outlasted(ServerCall<?, ?> call) {
        outlasting--;
        if (!call.answered) {
            onewayEnded();
        }
        work();
    }

    private void onewayEnded() {
        onewaysRunning--;
        if (onewaysRunning == 0) {
            atBarrier = false;
        }
    }

    /** Whether a reply leaves when it is ready, whatever was asked before. */
    private boolean leavesAtOnce(RequestHead head) {
        return options.ordering() == Ordering.UNORDERED || head.outOfOrder();
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

    /** Answers a request that no service has seen. */
    private void answer(RequestHead head, Consumer<ByteBuf> writer) {
        ByteBuf reply = channel.alloc().buffer(ReplyWriter.ERROR_SIZE);
        writer.accept(reply);
        if (leavesAtOnce(head)) {
            leaveNow(reply);
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
            write(first);
        }
        if (ending && calls.isEmpty()) {
            close();
        }
    }

    private void write(ReplySlot slot) {
        ByteBuf reply = slot.takeReply();
        if (reply != null) {
            leaveNow(reply);
        }
    }

    private void leaveNow(ByteBuf reply) {
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
