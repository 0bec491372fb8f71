package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.LoopInbox;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.server.RequestGate;
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
import io.quarkiverse.volo.transport.PeerEndpoint;
import io.quarkiverse.volo.transport.ServedConnection;
import io.quarkiverse.volo.transport.TlsFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;

/**
 * One connection of a Thrift server: cuts requests out of the bytes and starts them in their order; {@link ConnectionReplies}
 * lets their replies leave. Everything here happens on the connection's event loop.
 *
 * <p>
 * A request is started only if {@link #mayStart()}; otherwise its bytes stay where they are and the socket is not read, so a
 * peer that sends faster than it is served, or never reads, is held back by TCP.
 */
final class ThriftServerConnection extends ChannelInboundHandlerAdapter
        implements ServedConnection, ConnectionWatch.Watched, ConnectionEnd.Ending {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.server");

    private final ThriftServer server;
    private final ThriftServerOptions options;
    private final Channel channel;
    private final ContextInternal context;
    private final Endpoint peer;
    private final LoopInbox inbox;
    private final MessageFramer framer;
    /** The event loop's. */
    private final LoopMessages messages;
    private final CallerNames names;
    private final CallerDeadlines deadlines = new CallerDeadlines();
    private final ConnectionWatch watch;
    private final ConnectionEnd end;
    private final CallPlaces places;

    /** A request waits for the oneways before it. */
    private boolean atBarrier;
    private boolean working;
    /** When the requests came that are taken out of the bytes now; 0: nobody has asked. */
    private long workingSince;
    private boolean atGate;
    private boolean passedGate;
    private boolean held;
    /** What waits has come before. */
    private long heldSince;
    /** Whether the last message said that its replies may come in any order. */
    private boolean multiplexing;
    /** Nothing more is read; the connection is closed when what has been started is answered. */
    private boolean ending;
    private boolean closing;
    private boolean gone;

    /** Where our writes begin: Vert.x' own handler is behind it. */
    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext here;
    @SuppressWarnings("NullAway.Init")
    private ConnectionReplies replies;

    ThriftServerConnection(ThriftServer server, Channel channel, ContextInternal context) {
        this.server = server;
        this.options = server.options();
        this.channel = channel;
        this.context = context;
        this.peer = PeerEndpoint.of(channel);
        this.inbox = LoopInbox.of(channel.eventLoop());
        this.messages = server.messages(channel.eventLoop());
        this.framer = new MessageFramer(options.maxFrameSize(), options.decoding().maxDepth(), messages.headers);
        this.names = new CallerNames(peer);
        this.watch = new ConnectionWatch(options.connection(), this, ThreadLocalRandom.current());
        this.end = new ConnectionEnd(channel.eventLoop(), this);
        this.places = new CallPlaces(inbox, this::goOn);
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
        replies = new ConnectionReplies(handler, messages.replies, options.ordering(), watch, end);
        watch.start(channel.eventLoop());
        if (server.connections().opened(this)) {
            end.begin(true);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext handler) {
        watch.stop();
        end.stop();
        gone = true;
        forgetIfDone();
    }

    /** What is worked at is waited for, though nobody waits for a reply any more. */
    private void forgetIfDone() {
        if (gone && places.taken() == 0) {
            server.connections().closed(this);
        }
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
        replies.sender().readBegins();
        watch.sawActivity();
        if (end.isNear()) {
            end.sawBytes();
        }
        framer.add(channel.alloc(), bytes);
        work();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext handler) {
        replies.sender().readEnds();
        closeIfDone();
    }

    /** Takes requests out of the bytes as long as they may be started. */
    private void work() {
        if (working) {
            return;
        }
        working = true;
        workingSince = 0;
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
        closeIfDone();
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
                && replies.waiting() + places.taken() < (options.ordering() == Ordering.SERIAL ? 1 : options.maxInFlight())
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
        if (!places.hasOneways() || takesAnyOrder()) {
            return false;
        }
        framer.putBack();
        atBarrier = true;
        return true;
    }

    private boolean takesAnyOrder() {
        return framer.form().hasHeader() && TTHeader.isOutOfOrder(framer.header().flags());
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
        multiplexing = head.outOfOrder();
        int type = head.message().type();
        if (type == MessageType.HEARTBEAT) {
            replies.answer(head, buffer -> messages.replies.heartbeat(buffer, head));
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
        route.of.malformed.add(reader.malformedStrings());
        reader.finish();
        start(new ServerCall<>(this, route, head, answered), arguments);
    }

    private <Q, R> void start(ServerCall<Q, R> call, Q arguments) {
        if (call.head.form().hasHeader()) {
            TTHeader header = framer.header();
            names.tell(call.facts(), call.route.of.callee, header);
            CallMetainfo metainfo = MetainfoKeys.readForward(header);
            if (metainfo != null) {
                call.facts().metainfo(metainfo);
            }
            call.facts().deadline(deadlineOf(header));
        } else {
            names.tell(call.facts(), call.route.of.callee, null);
        }
        replies.started(call);
        places.started(call);
        call.start(options.callContext().apply(context), arguments);
    }

    private Deadline deadlineOf(TTHeader header) {
        long millis = header.millis(IntKey.RPC_TIMEOUT);
        return millis == 0 ? Deadline.NONE : deadlines.of(arrival(), millis);
    }

    /** When the first byte of the request came that is being started. */
    private long arrival() {
        if (watch.isMessageIncomplete()) {
            return watch.incompleteSince();
        }
        if (held) {
            return heldSince;
        }
        // Requests that are taken out of the same bytes came together.
        if (workingSince == 0) {
            workingSince = System.nanoTime();
        }
        return workingSince;
    }

    /** There are none here; the peer is told, and goes on with its other calls. */
    private void refuseStream() {
        TTHeader stream = framer.header();
        if (StreamRefusal.isDue(stream)) {
            LOG.debugf("refused a stream of %s", peer);
            ByteBuf reset = channel.alloc().buffer(ReplyWriter.ERROR_SIZE);
            StreamRefusal.write(reset, stream);
            replies.send(reset);
        }
    }

    /** Answers a request that is not served; in its turn, like any other reply. */
    private void refuseRequest(RequestHead head, ThriftException error) {
        logRefused(error);
        if (head.wantsReply()) {
            replies.answer(head, buffer -> messages.replies.error(buffer, head, error));
        }
    }

    private void logRefused(ThriftException error) {
        LOG.debugf("refused a request of %s: %s", peer, error.getMessage());
    }

    /** Nothing more can be read: answers if the request's header could be read, and closes after the replies before it. */
    private void refuse(VoloException failure) {
        LOG.infof("closing the connection of %s: %s", peer, failure.getMessage());
        ending = true;
        end.announce();
        RefusedHeader refused = framer.headerOfRefused();
        if (refused != null && refused.header().type() == MessageType.CALL) {
            RequestHead head = RequestHead.of(refused.header(), refused.form(), framer.header());
            ThriftException error = ReplyWriter.protocolError("'" + refused.header().name() + "'", failure);
            replies.answer(head, buffer -> messages.replies.error(buffer, head, error));
        }
        framer.release();
    }

    /** The service has answered, or failed. */
    <Q, R> void ended(ServerCall<Q, R> call, @Nullable R item, @Nullable Throwable failure) {
        places.ended(call);
        if (!call.answered) {
            replies.endedUntold(call);
            logUntold(call, failure);
        } else if (channel.isActive()) {
            replies.ended(call, item, failure, framer.following());
        }
        goOn();
    }

    private static void logUntold(ServerCall<?, ?> call, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.errorf(failure, "%s failed; its caller is not told, as the call is oneway", call.route.method.fullName());
        }
    }

    /** The caller has hung up, and the call has not ended yet. */
    void abandoned(ServerCall<?, ?> call) {
        places.abandoned(call);
    }

    /** A place has become free, perhaps. */
    private void goOn() {
        if (gone) {
            forgetIfDone();
            return;
        }
        atBarrier = atBarrier && places.hasOneways();
        work();
    }

    @Override
    public void drain() {
        inbox.execute(() -> end.begin(true));
    }

    /** Counts what is worked at, and replies that have not left. */
    @Override
    public Future<Integer> callsUnderWay() {
        Promise<Integer> count = Promise.promise();
        inbox.execute(() -> count.complete(replies.waiting() + places.taken()));
        return count.future();
    }

    @Override
    public void grownOld() {
        end.begin(false);
    }

    @Override
    public boolean isBusy() {
        return isServing() || places.taken() > 0 || framer.hasRest() || replies.sender().isReading();
    }

    @Override
    public boolean speaksTTHeader() {
        return framer.form().hasHeader();
    }

    @Override
    public boolean isMultiplexing() {
        return multiplexing;
    }

    @Override
    public void sendResetNotice() {
        ByteBuf notice = channel.alloc().buffer(ReplyWriter.ERROR_SIZE);
        ResetNotice.write(notice, framer.form());
        replies.send(notice);
    }

    @Override
    public void close(boolean lingering) {
        ending = true;
        closing = true;
        holdBack(false);
        replies.sender().flushed(() -> {
            if (lingering) {
                LingeringClose.close(here);
            } else {
                here.close();
            }
        });
    }

    private void closeIfDone() {
        if (!ending) {
            if (end.isNear()) {
                end.consider();
            }
        } else if (replies.areNoneWaiting() && !closing) {
            closing = true;
            replies.sender().handOver();
            LingeringClose.close(here);
        }
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
        return !replies.areNoneWaiting();
    }

    @Override
    public void expired(String reason) {
        LOG.infof("closing the connection of %s: %s", peer, reason);
        here.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext handler) {
        ending = true;
        closing = true;
        framer.release();
        replies.connectionLost();
        handler.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext handler, Throwable caught) {
        Throwable cause = TlsFailure.unwrap(caught);
        if (cause instanceof IOException) {
            LOG.debugf(cause, "the connection of %s broke", peer);
        } else {
            LOG.warnf(cause, "closing the connection of %s", peer);
        }
        handler.close();
    }
}
