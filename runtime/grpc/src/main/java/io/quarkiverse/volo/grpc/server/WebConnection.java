package io.quarkiverse.volo.grpc.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.LoopInbox;
import io.quarkiverse.volo.grpc.transport.GrpcStream;
import io.quarkiverse.volo.server.RequestGate;
import io.quarkiverse.volo.transport.LingeringClose;
import io.quarkiverse.volo.transport.PeerEndpoint;
import io.quarkiverse.volo.transport.ServedConnection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;

/**
 * A connection by which gRPC-Web comes over HTTP/1.1: one request after the other. A peer that sends the next one before it has
 * the answer to the last, as no browser does, has to send it again on another connection. Everything here happens on its event
 * loop.
 */
final class WebConnection extends ChannelInboundHandlerAdapter implements CallHost, ServedConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc.server");

    private final GrpcServer server;
    private final WebOptions web;
    private final ContextInternal context;
    private final Endpoint peer;
    private final CallMaker calls;
    private final LoopInbox inbox;
    private final WebWatch watch;
    private @Nullable ScheduledFuture<?> timer;
    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext here;

    /** The request that is being read or answered. */
    private @Nullable WebCall current;
    private boolean requestComplete;
    private boolean replyComplete;
    /** The rest of the request is not wanted. */
    private boolean restUnwanted;
    /** No more requests are taken. */
    private boolean ending;
    /** What came of a request that waits at the gate; {@code null}: none does. Ours. */
    private @Nullable List<HttpContent> gated;
    private boolean reading;
    /** What the read that goes on brought was more than a part of a request's head. */
    private boolean understood;
    private boolean flushScheduled;
    private boolean closing;
    private int outlasting;
    private boolean gone;

    WebConnection(GrpcServer server, WebOptions web, Channel channel, ContextInternal context) {
        this.server = server;
        this.web = web;
        this.context = context;
        this.peer = PeerEndpoint.of(channel);
        this.calls = new CallMaker(server, peer, channel.eventLoop());
        this.inbox = LoopInbox.of(channel.eventLoop());
        this.watch = new WebWatch(server.options().lifetime(), web.requestTimeout());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handler) {
        here = handler;
        long period = watch.periodNanos();
        timer = eventLoop().scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
        if (server.connections().opened(this)) {
            drain();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext handler) {
        if (timer != null) {
            timer.cancel(false);
        }
        gone = true;
        List<HttpContent> kept = gated;
        gated = null;
        if (kept != null) {
            kept.forEach(HttpContent::release);
        }
        WebCall lost = current;
        current = null;
        if (lost != null) {
            lost.resetRead(Http2Error.CANCEL.code());
            lost.closed();
        }
        forgetIfDone();
    }

    private void forgetIfDone() {
        if (gone && outlasting == 0) {
            server.connections().closed(this);
        }
    }

    private void look() {
        String late = watch.late(!here.channel().isWritable());
        if (late != null) {
            LOG.infof("closing the connection of %s: %s", peer, late);
            here.close();
        } else if (current == null && watch.isOver()) {
            end();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext handler, Object message) {
        reading = true;
        understood = true;
        try {
            if (message instanceof HttpRequest request) {
                requestRead(request);
            }
            if (message instanceof HttpContent content) {
                contentRead(content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void requestRead(HttpRequest request) {
        watch.requestBegins();
        if (current != null || ending) {
            // Whoever sends before it has the answer, or to one that goes, sends again elsewhere.
            ending = true;
            return;
        }
        requestComplete = false;
        replyComplete = false;
        restUnwanted = false;
        String problem = problem(request);
        if (problem != null) {
            refuse(problem, "this is no request by HTTP/1.1, or a longer one than is read");
            return;
        }
        ending |= !HttpUtil.isKeepAlive(request) || watch.isOld();
        if (HttpUtil.is100ContinueExpected(request)) {
            here.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
        current = new WebCall(this, web);
        Http2Headers headers = WebHeaders.of(request);
        RequestGate gate = server.gate();
        if (gate == null) {
            current.begin(calls, headers, false);
            return;
        }
        // What has been decoded already is kept; nothing more is read.
        gated = new ArrayList<>();
        here.channel().config().setAutoRead(false);
        gate.enter(here.channel().remoteAddress(), () -> inbox.execute(() -> leaveGate(headers)));
    }

    private void leaveGate(Http2Headers headers) {
        List<HttpContent> kept = gated;
        WebCall call = current;
        gated = null;
        if (kept == null || call == null) {
            return;
        }
        call.begin(calls, headers, false);
        for (HttpContent content : kept) {
            contentRead(content);
            content.release();
        }
        here.channel().config().setAutoRead(true);
    }

    private static @Nullable String problem(HttpRequest request) {
        DecoderResult result = request.decoderResult();
        if (result.isFailure()) {
            return result.cause() instanceof TooLongFrameException ? "431" : "400";
        }
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1) ? null : "505";
    }

    /** Answers what cannot be read, and goes. */
    private void refuse(String status, String text) {
        ending = true;
        WebAnswer answer = WebAnswer.problem(status, text);
        HttpResponse response = WebHeaders.response(answer.headers());
        HttpUtil.setTransferEncodingChunked(response, true);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        here.write(response);
        here.write(new DefaultLastHttpContent(Unpooled.copiedBuffer(answer.text(), StandardCharsets.UTF_8)));
        end();
    }

    private void contentRead(HttpContent content) {
        WebCall call = current;
        if (call == null || requestComplete) {
            return;
        }
        if (gated != null) {
            gated.add(content.retain());
            return;
        }
        if (content.decoderResult().isFailure()) {
            LOG.infof("closing the connection of %s: a body that is none: %s", peer, content.decoderResult().cause());
            here.close();
            return;
        }
        boolean last = content instanceof LastHttpContent;
        if (last) {
            requestComplete = true;
            watch.requestArrived();
        }
        call.dataRead(content.content(), 0, last);
        endIfDone();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext handler) {
        reading = false;
        if (current == null && !understood) {
            watch.requestBegins();
        } else if (current != null && restUnwanted && replyComplete) {
            end();
        }
        understood = false;
        handler.flush();
        handler.fireChannelReadComplete();
    }

    @Override
    public ChannelFuture writeHeaders(GrpcStream stream, Http2Headers headers, boolean end) {
        HttpResponse response = WebHeaders.response(headers);
        if (!end) {
            HttpUtil.setTransferEncodingChunked(response, true);
        }
        if (ending) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        ChannelFuture written = here.write(response);
        flushSoon();
        return end ? writeEnd(Unpooled.EMPTY_BUFFER) : written;
    }

    @Override
    public ChannelFuture writeData(GrpcStream stream, ByteBuf data, boolean end) {
        if (stream != current) {
            data.release();
            return here.newFailedFuture(new IOException("the connection has gone"));
        }
        if (end) {
            return writeEnd(data);
        }
        ChannelFuture written = here.write(new DefaultHttpContent(data));
        flushSoon();
        return written;
    }

    private ChannelFuture writeEnd(ByteBuf data) {
        ChannelFuture written = here.write(new DefaultLastHttpContent(data));
        flushSoon();
        replyComplete = true;
        endIfDone();
        return written;
    }

    /** The request has been read and answered. */
    private void endIfDone() {
        WebCall done = current;
        if (done != null && requestComplete && replyComplete) {
            current = null;
            watch.requestEnds();
            done.closed();
            if (ending) {
                end();
            }
        }
    }

    /** Closes the connection when what has been written has left. */
    private void end() {
        ending = true;
        if (!closing) {
            closing = true;
            LingeringClose.close(here);
        }
    }

    private void flushSoon() {
        if (!reading && !flushScheduled) {
            flushScheduled = true;
            here.executor().execute(() -> {
                flushScheduled = false;
                here.flush();
            });
        }
    }

    @Override
    public void reset(GrpcStream stream, Http2Error error) {
        if (stream != current) {
            return;
        }
        if (error != Http2Error.NO_ERROR) {
            here.close();
            return;
        }
        restUnwanted = true;
        if (!reading && replyComplete) {
            end();
        }
    }

    @Override
    public void consumed(GrpcStream stream, int bytes) {
        // A request is one message, which is read at once and bounded.
    }

    @Override
    public void logFailure(RpcContext call, Throwable failure) {
        CallFailures.log(LOG, call, failure);
    }

    @Override
    public void ended(ServerCall<?, ?> call) {
        if (call.facts().isHeld()) {
            outlasting++;
            call.facts().onSettled(end -> inbox.execute(() -> {
                outlasting--;
                forgetIfDone();
            }));
        }
    }

    @Override
    public void drain() {
        inbox.execute(() -> {
            ending = true;
            if (current == null) {
                end();
            }
        });
    }

    @Override
    public Future<Integer> callsUnderWay() {
        Promise<Integer> count = Promise.promise();
        inbox.execute(() -> count.complete((current == null ? 0 : 1) + outlasting));
        return count.future();
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
    public EventLoop eventLoop() {
        return here.channel().eventLoop();
    }

    @Override
    public LoopInbox inbox() {
        return inbox;
    }

    @Override
    public ByteBufAllocator alloc() {
        return here.alloc();
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
