package io.quarkiverse.volo.grpc.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.transport.GrpcConnection;
import io.quarkiverse.volo.server.RequestGate;
import io.quarkiverse.volo.transport.LingeringClose;
import io.quarkiverse.volo.transport.PeerEndpoint;
import io.quarkiverse.volo.transport.ServedConnection;
import io.quarkiverse.volo.transport.TlsFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;

/** One connection of a gRPC server: starts the calls that its peer makes. Everything here happens on its event loop. */
final class GrpcServerConnection extends GrpcConnection
        implements CallHost, ServedConnection, ConnectionWatch.Watched, ConnectionEnd.Ending {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc.server");

    private final GrpcServer server;
    private final Channel channel;
    private final ContextInternal context;
    private final Endpoint peer;
    private final CallMaker calls;
    private final ConnectionWatch watch;
    private final PingGuard pings;
    private final ConnectionEnd end;
    /** Began in the read that goes on, and wait for their request. */
    private final List<ServerCall<?, ?>> waiting = new ArrayList<>();
    /** Threads that work on at calls that have ended. */
    private int outlasting;
    private boolean gone;

    GrpcServerConnection(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings,
            GrpcServer server, Channel channel, ContextInternal context) {
        super(decoder, encoder, settings);
        this.server = server;
        this.channel = channel;
        this.context = context;
        this.peer = PeerEndpoint.of(channel);
        this.calls = new CallMaker(server, peer, channel.eventLoop());
        this.watch = new ConnectionWatch(options(), this, ThreadLocalRandom.current());
        this.pings = new PingGuard(options().keepalive());
        this.end = new ConnectionEnd(channel.eventLoop(), this);
    }

    @Override
    public GrpcServerOptions options() {
        return server.options();
    }

    @Override
    public ContextInternal newCallContext() {
        return options().callContext().apply(context);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handler) throws Exception {
        super.handlerAdded(handler);
        watch.start(channel.eventLoop());
        if (server.connections().opened(this)) {
            end.begin();
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext handler) throws Exception {
        super.handlerRemoved0(handler);
        watch.stop();
        end.stop();
        gone = true;
        forgetIfDone();
    }

    /** What is worked at is waited for, though nobody waits for a reply any more. */
    private void forgetIfDone() {
        if (gone && outlasting == 0) {
            server.connections().closed(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext handler, Object message) throws Exception {
        watch.sawRead();
        super.channelRead(handler, message);
    }

    @Override
    protected void readEnds() {
        for (ServerCall<?, ?> call : waiting) {
            RequestDeadline.watch(call);
        }
        waiting.clear();
    }

    @Override
    protected void opened(int streamId, Http2Headers headers, boolean end) {
        RequestGate gate = server.gate();
        if (gate == null) {
            serve(streamId, headers, end);
            return;
        }
        GatedCall gated = new GatedCall(this, headers, end);
        attach(gated, streamId);
        gate.enter(channel.remoteAddress(), () -> inbox().execute(gated::leaveGate));
    }

    /** The stream has passed the gate. */
    @Nullable
    ServedStream serveGated(int streamId, Http2Headers headers, boolean end) {
        serve(streamId, headers, end);
        return attached(streamId) instanceof ServedStream stream ? stream : null;
    }

    private void serve(int streamId, Http2Headers headers, boolean end) {
        WebOptions web = options().web();
        if (web != null && WebRequest.isOne(headers)) {
            WebCall call = new WebCall(this, web);
            attach(call, streamId);
            call.begin(calls, headers, end);
            return;
        }
        try {
            RequestHead head = RequestHead.of(headers);
            begin(streamId, calls.make(this, calls.route(headers), head), end);
        } catch (RequestHead.Refused e) {
            refuse(streamId, e.httpStatus, e.status, end);
        }
    }

    private void begin(int streamId, ServerCall<?, ?> call, boolean end) {
        attach(call, streamId);
        call.begin(end);
        if (!call.facts().deadline().isNone() && call.awaitsRequest()) {
            waiting.add(call);
        }
    }

    private void refuse(int streamId, AsciiString httpStatus, Status status, boolean end) {
        LOG.debugf("refused a request of %s: %s", peer, status);
        Http2Headers answer = ReplyHeaders.refusal(httpStatus, status);
        if (end) {
            writeHeaders(streamId, answer, true);
        } else {
            writeHeaders(streamId, answer, true).addListener(written -> reset(streamId, Http2Error.NO_ERROR));
        }
        pings.answered();
    }

    @Override
    public void logFailure(RpcContext call, Throwable failure) {
        CallFailures.log(LOG, call, failure);
    }

    @Override
    public void ended(ServerCall<?, ?> call) {
        pings.answered();
        if (call.facts().isHeld()) {
            outlasting++;
            call.facts().onSettled(end -> inbox().execute(this::threadFinished));
        }
    }

    private void threadFinished() {
        outlasting--;
        forgetIfDone();
        end.consider();
    }

    @Override
    protected void streamClosed() {
        watch.sawCall();
        end.consider();
    }

    @Override
    protected void pingRead(long data, boolean answer) {
        if (takeMessagesLeft()) {
            // Peers measure by pings how much is on its way.
            pings.answered();
        }
        if (answer) {
            end.pingAnswered(data);
        } else if (!pings.mayPing(isServing())) {
            onError(here(), false, new Http2Exception(Http2Error.ENHANCE_YOUR_CALM, PingGuard.TOO_MANY));
        }
    }

    @Override
    public void drain() {
        inbox().execute(end::begin);
    }

    /** Counts what is worked at, and replies that have not left. */
    @Override
    public Future<Integer> callsUnderWay() {
        Promise<Integer> count = Promise.promise();
        inbox().execute(() -> count.complete(streams() + outlasting));
        return count.future();
    }

    @Override
    public boolean isServing() {
        return streams() > 0;
    }

    @Override
    public boolean isBusy() {
        return isServing() || outlasting > 0;
    }

    @Override
    public void grownOld() {
        end.begin();
    }

    @Override
    public void expired(String reason) {
        LOG.infof("closing the connection of %s: %s", peer, reason);
        here().close();
    }

    @Override
    public void sendPing(long data) {
        encoder().writePing(here(), false, data, here().newPromise());
        flushSoon();
    }

    @Override
    public void sendGoAway(int lastStreamId) {
        // Messages wait for a flush, other frames do not: what was said before, as of the server's health, leaves before.
        flush(here());
        goAway(here(), lastStreamId, Http2Error.NO_ERROR.code(), Unpooled.EMPTY_BUFFER, here().newPromise());
        flushSoon();
    }

    @Override
    public int lastStream() {
        return connection().remote().lastStreamCreated();
    }

    @Override
    public void closeInPeace() {
        LingeringClose.close(here());
    }

    @Override
    protected void onConnectionError(ChannelHandlerContext handler, boolean outbound, Throwable cause,
            @Nullable Http2Exception http2) {
        LOG.infof("closing the connection of %s: %s", peer, http2 == null ? cause : http2.getMessage());
        super.onConnectionError(handler, outbound, cause, http2);
    }

    @Override
    protected void onStreamError(ChannelHandlerContext handler, boolean outbound, Throwable cause,
            Http2Exception.StreamException http2) {
        LOG.debugf("resetting stream %d of %s: %s", http2.streamId(), peer, cause.getMessage());
        super.onStreamError(handler, outbound, cause, http2);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext handler, Throwable caught) throws Exception {
        Throwable cause = TlsFailure.unwrap(caught);
        if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) != null) {
            super.exceptionCaught(handler, cause);
            return;
        }
        if (cause instanceof IOException) {
            LOG.debugf(cause, "the connection of %s broke", peer);
        } else {
            LOG.warnf(cause, "closing the connection of %s", peer);
        }
        handler.close();
    }
}
