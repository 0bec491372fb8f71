package io.quarkiverse.volo.thrift.client;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.transport.MessageReaders;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.quarkiverse.volo.transport.PooledConnection;

/**
 * A connection of a Thrift client: one request, then its reply, then the next. Everything here happens on its event loop.
 *
 * <p>
 * A call that is given up leaves the connection waiting for the late reply for {@value #LATE_REPLY_MILLIS} ms: if it comes,
 * it is dropped and the connection serves the next call; if not, the connection is closed.
 */
final class ThriftClientConnection extends ChannelInboundHandlerAdapter implements PooledConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.client");
    private static final long LATE_REPLY_MILLIS = 1_000;

    private final Channel channel;
    private final ConnectionPool<ThriftClientConnection> pool;
    private final ThriftClientOptions options;
    private final MessageFramer framer;
    private final MessageReaders readers;
    private final MessageWriter messages;
    private final RequestHeader header;
    private final ConnectionLifetime lifetime;
    private final MalformedStrings malformed;

    /** Where our writes begin: Vert.x' own handler is behind it. */
    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext here;
    private @Nullable WireCall<?, ?> current;
    private boolean abandoned;
    /** Whether a reply has come. */
    private boolean understood;
    private @Nullable ScheduledFuture<?> lateReplyTimer;
    private int lastSequenceId;

    /**
     * @param malformed in the replies of all of the client's connections
     * @param uncarried of the requests of all of the client's connections
     */
    ThriftClientConnection(Channel channel, ConnectionPool<ThriftClientConnection> pool, ThriftClientOptions options,
            MalformedStrings malformed, UncarriedMetainfo uncarried) {
        this.malformed = malformed;
        this.channel = channel;
        this.pool = pool;
        this.options = options;
        this.framer = new MessageFramer(options.maxFrameSize(), options.decoding().maxDepth());
        this.readers = new MessageReaders(options.decoding());
        this.header = new RequestHeader(options, uncarried);
        this.messages = new MessageWriter(options.maxFrameSize());
        this.lifetime = new ConnectionLifetime(options.idleTimeout(), options.maxAge(), ThreadLocalRandom.current());
    }

    @Override
    public EventLoop eventLoop() {
        return channel.eventLoop();
    }

    @Override
    public boolean isReusable() {
        return channel.isActive() && current == null && !lifetime.isTooOld();
    }

    @Override
    public void close() {
        ChannelFuture unused = channel.close();
    }

    /** Sends the call's request; the call is told its reply, or why there is none. */
    void exchange(WireCall<?, ?> call) {
        if (!channel.isActive()) {
            // Closed on its way here from another event loop: nothing was sent, so nothing was processed.
            pool.release(this);
            call.onFailure(call.connectionClosed("before the request was sent", "", null, true));
            return;
        }
        ByteBuf request;
        try {
            request = call.encode(messages, channel.alloc(), options.form(), header, nextSequenceId());
        } catch (RuntimeException e) {
            pool.release(this);
            call.onFailure(e);
            return;
        }
        current = call;
        if (call.method().oneway()) {
            here.writeAndFlush(request).addListener(written -> onewayWritten(call, written));
        } else {
            here.writeAndFlush(request, here.voidPromise());
        }
    }

    private int nextSequenceId() {
        lastSequenceId = lastSequenceId == Integer.MAX_VALUE ? 1 : lastSequenceId + 1;
        return lastSequenceId;
    }

    /** A oneway call ends when its request has left. */
    private void onewayWritten(WireCall<?, ?> call, Future<?> written) {
        if (current != call) {
            return;
        }
        endExchange();
        if (written.isSuccess()) {
            finish(true);
            call.onItem(null);
        } else {
            close();
            call.onFailure(call.connectionClosed("before the request was sent", "", written.cause(), false));
        }
    }

    /** The call does not wait any more; does nothing if the connection serves another one by now. */
    void abandon(WireCall<?, ?> call) {
        if (current == call && !abandoned) {
            abandoned = true;
            lateReplyTimer = channel.eventLoop().schedule(this::close, LATE_REPLY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handler) {
        here = handler;
        lifetime.start(channel.eventLoop(), () -> pool.expired(this));
    }

    @Override
    public void channelRead(ChannelHandlerContext handler, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            handler.fireChannelRead(message);
            return;
        }
        WireCall<?, ?> call = current;
        if (call == null) {
            bytes.release();
            LOG.infof("closing the connection to %s: it sent what nobody asked for", channel.remoteAddress());
            close();
            return;
        }
        framer.add(channel.alloc(), bytes);
        ByteBuf reply;
        try {
            reply = framer.next();
        } catch (VoloException e) {
            broken(call, e);
            return;
        }
        if (reply != null) {
            replied(call, reply);
        }
    }

    private void replied(WireCall<?, ?> call, ByteBuf message) {
        understood = true;
        if (endExchange()) {
            finish(true);
        } else {
            complete(call, message);
        }
    }

    private <R> void complete(WireCall<?, R> call, ByteBuf message) {
        ThriftReader in = readers.of(framer.form().protocol()).reset(message);
        WireReply<R> reply = call.decode(in, lastSequenceId, framer.form().hasHeader() ? framer.header() : null);
        malformed.add(in.malformedStrings());
        in.finish();
        // First the connection, then the caller: the next call, which the caller may make at once, finds it idle.
        finish(reply.inStep());
        reply.tell(call);
    }

    /** @param inStep whether the next reply will be that of the next request */
    private void finish(boolean inStep) {
        framer.discardRead();
        lifetime.used();
        if (inStep && !framer.hasRest() && !announcesReset()) {
            pool.release(this);
        } else {
            close();
        }
    }

    /** Whether the peer is about to close the connection. */
    private boolean announcesReset() {
        return framer.form().hasHeader() && framer.header().get(TextKey.CONNECTION_RESET) != null;
    }

    /** A peer that does not speak TTHeader hangs up, or answers something else. */
    private String hint() {
        return understood || !options.form().hasHeader() ? "" : options.formHint();
    }

    /** The bytes cannot be a reply, and nothing after them can be understood. */
    private void broken(WireCall<?, ?> call, VoloException failure) {
        endExchange();
        close();
        call.onFailure(call.undecodable(failure, hint()));
    }

    /** Whether the call had been given up. */
    private boolean endExchange() {
        boolean wasAbandoned = abandoned;
        current = null;
        abandoned = false;
        stopLateReplyTimer();
        return wasAbandoned;
    }

    private void stopLateReplyTimer() {
        if (lateReplyTimer != null) {
            lateReplyTimer.cancel(false);
            lateReplyTimer = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext handler) {
        stopLateReplyTimer();
        lifetime.stop();
        framer.release();
        pool.closed(this);
        lost(null);
        handler.fireChannelInactive();
    }

    private void lost(@Nullable Throwable cause) {
        WireCall<?, ?> call = current;
        current = null;
        if (call != null) {
            call.onFailure(call.connectionClosed("before the reply", hint(), cause, false));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext handler, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warnf(cause, "closing the connection to %s", channel.remoteAddress());
        }
        lost(cause);
        handler.close();
    }
}
