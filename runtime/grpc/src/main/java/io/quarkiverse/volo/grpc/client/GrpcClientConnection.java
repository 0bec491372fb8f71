package io.quarkiverse.volo.grpc.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.transport.GrpcConnection;
import io.quarkiverse.volo.transport.ConnectionLifetime;
import io.quarkiverse.volo.transport.SharedConnection;
import io.quarkiverse.volo.transport.TlsFailure;

/**
 * A connection of a gRPC client: as many calls at once as the peer takes. When the peer says that it goes away, when it has
 * grown too old, or when it has not been used for long, it takes no more calls and closes after the last one.
 */
final class GrpcClientConnection extends GrpcConnection implements SharedConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc.client");
    private static final long SILENCE_MILLIS = 1_000;
    private static final int LAST_STREAM_ID = Integer.MAX_VALUE;
    private static final int MAX_DEBUG_TEXT = 200;

    private final GrpcClientOptions options;
    private final RequestHeaders headers;
    private final ConnectionLifetime lifetime;
    private final KeepAlive keepAlive;
    private Runnable changed = () -> {
    };
    private @Nullable Handshake handshake;
    private boolean settingsRead;
    private boolean draining;
    private long unusedSince = System.nanoTime();
    private int reads;
    private @Nullable ScheduledFuture<?> silenceTimer;
    private String goneAway = "";
    private @Nullable Throwable failure;

    GrpcClientConnection(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings,
            GrpcClientOptions options, RequestHeaders headers) {
        super(decoder, encoder, settings);
        this.options = options;
        this.headers = headers;
        this.lifetime = new ConnectionLifetime(options.idleTimeout(), options.maxAge(), ThreadLocalRandom.current());
        this.keepAlive = new KeepAlive(this, options.keepAliveTime(), options.keepAliveTimeout());
    }

    GrpcClientOptions options() {
        return options;
    }

    RequestHeaders headers() {
        return headers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handler) throws Exception {
        super.handlerAdded(handler);
        lifetime.start(eventLoop(), this::expired);
    }

    /** Told once the peer has shown by its settings that it speaks HTTP/2, or that it will not. */
    void whenReady(Handshake waiting) {
        if (settingsRead) {
            waiting.succeeded();
        } else if (!here().channel().isActive()) {
            waiting.failed(failure);
        } else {
            handshake = waiting;
        }
    }

    @Override
    protected void settingsRead(Http2Settings settings) {
        settingsRead = true;
        Handshake waiting = handshake;
        handshake = null;
        if (waiting != null) {
            waiting.succeeded();
        }
        changed.run();
    }

    @Override
    public void onChange(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public boolean isReusable() {
        return !draining && connection().local().canOpenStream();
    }

    @Override
    public boolean isDraining() {
        return draining || !here().channel().isActive();
    }

    @Override
    public long unusedNanos() {
        return streams() == 0 ? System.nanoTime() - unusedSince : 0;
    }

    @Override
    public void drain() {
        if (!draining) {
            draining = true;
            changed.run();
        }
        if (streams() == 0) {
            close();
        }
    }

    private void expired() {
        if (streams() == 0) {
            drain();
        }
    }

    @Override
    public void close() {
        ChannelFuture unused = here().channel().close();
    }

    /** It was leased for a call that does not need it any more, and took no place. */
    void giveBack() {
        changed.run();
    }

    /** Opens a stream for a call, whose message follows. */
    ChannelFuture openStream(ClientStream<?, ?> stream, Http2Headers requestHeaders) {
        ChannelFuture written = open(stream, requestHeaders, false);
        lifetime.used();
        keepAlive.start();
        if (stream.id() == LAST_STREAM_ID) {
            drain();
        }
        return written;
    }

    @Override
    protected void streamClosed() {
        if (streams() == 0) {
            unusedSince = System.nanoTime();
            lifetime.used();
        }
        if (draining || lifetime.isTooOld()) {
            drain();
        } else {
            changed.run();
        }
    }

    /**
     * A call was given up. If its time was over, and nothing at all comes for {@value #SILENCE_MILLIS} ms after that, the
     * connection takes no more calls: it may be dead.
     */
    void abandoned(ClientStream<?, ?> stream) {
        if (silenceTimer == null && !draining && stream.context().deadline().hasPassed()) {
            int before = reads;
            silenceTimer = eventLoop().schedule(() -> {
                silenceTimer = null;
                if (reads == before) {
                    drain();
                }
            }, SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext handler, Object message) throws Exception {
        reads++;
        super.channelRead(handler, message);
    }

    /** How often something has come. */
    int reads() {
        return reads;
    }

    /** A client's peer opens no streams. */
    @Override
    protected void opened(int streamId, Http2Headers requestHeaders, boolean end) {
        reset(streamId, Http2Error.PROTOCOL_ERROR);
    }

    void ping(long data) {
        encoder().writePing(here(), false, data, here().newPromise());
        flushSoon();
    }

    @Override
    protected void goAwayRead(int lastStreamId, long errorCode, ByteBuf debugData) {
        Http2Error error = Http2Error.valueOf(errorCode);
        String text = debugData.toString(debugData.readerIndex(), Math.min(MAX_DEBUG_TEXT, debugData.readableBytes()),
                StandardCharsets.UTF_8);
        goneAway = ": the peer said " + (error == null ? "code " + errorCode : error) + (text.isEmpty() ? "" : ", " + text);
        if (error != Http2Error.NO_ERROR) {
            LOG.warnf("connection to %s takes no more calls%s", here().channel().remoteAddress(), goneAway);
        }
        drain();
    }

    @Override
    protected void onStreamError(ChannelHandlerContext handler, boolean outbound, Throwable cause,
            Http2Exception.StreamException error) {
        failure = error;
        super.onStreamError(handler, outbound, cause, error);
        failure = null;
    }

    @Override
    protected void onConnectionError(ChannelHandlerContext handler, boolean outbound, Throwable cause,
            @Nullable Http2Exception error) {
        failure = cause;
        super.onConnectionError(handler, outbound, cause, error);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext handler, Throwable caught) throws Exception {
        Throwable cause = TlsFailure.unwrap(caught);
        if (cause instanceof IOException) {
            failure = cause;
            close();
        } else {
            super.exceptionCaught(handler, cause);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext handler) throws Exception {
        draining = true;
        lifetime.stop();
        keepAlive.stop();
        if (silenceTimer != null) {
            silenceTimer.cancel(false);
        }
        super.channelInactive(handler);
        Handshake waiting = handshake;
        handshake = null;
        if (waiting != null) {
            waiting.failed(failure);
        }
        changed.run();
    }

    /** Gives up a connection whose peer does not answer. */
    void dead(String why) {
        failure = new IOException(why);
        close();
    }

    /** Why a stream that was open is gone. */
    VoloException lost(RpcContext call, int streamId, boolean repeatable) {
        if (connection().goAwayReceived() && streamId > connection().local().lastStreamKnownByPeer()) {
            return refused(call, "the connection went away before the request was looked at" + goneAway, repeatable);
        }
        Throwable cause = failure;
        if (cause instanceof Http2Exception.StreamException) {
            return new VoloException(ErrorKind.PROTOCOL,
                    call.describe() + ": the reply cannot be understood: " + cause.getMessage(), cause);
        }
        return new VoloException(ErrorKind.CONNECTION_CLOSED, call.describe() + ": the connection was closed before the reply"
                + goneAway + (cause == null ? "" : ": " + cause.getMessage()), cause);
    }

    /** The peer has not looked at the request. */
    VoloException refused(RpcContext call, String why, boolean repeatable) {
        return new VoloException(ErrorKind.CONNECTION_CLOSED, call.describe() + ": " + why, null, repeatable);
    }

    /** Why headers have not left. */
    VoloException notSent(RpcContext call, Throwable cause) {
        boolean tooLong = cause instanceof Http2Exception.StreamException;
        return new VoloException(tooLong ? ErrorKind.PROTOCOL : ErrorKind.CONNECTION_CLOSED,
                call.describe() + ": the request was not sent: " + cause.getMessage(), cause, true);
    }
}
