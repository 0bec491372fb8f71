package io.quarkiverse.volo.thrift.client;

import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.transport.ConnectionPool;

/**
 * A connection of a Thrift client that serves one call after the other: one request, then its reply, then the next.
 *
 * <p>
 * A call that is given up leaves the connection waiting for the late reply for {@value #LATE_REPLY_MILLIS} ms: if it comes,
 * it is dropped and the connection serves the next call; if not, the connection is closed.
 */
final class PingPongConnection extends ThriftClientConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.client");
    private static final long LATE_REPLY_MILLIS = 1_000;

    private final ConnectionPool<PingPongConnection> pool;
    private @Nullable WireCall<?, ?> current;
    private boolean abandoned;
    private @Nullable ScheduledFuture<?> lateReplyTimer;
    private int lastSequenceId;

    PingPongConnection(Channel channel, ConnectionPool<PingPongConnection> pool, ThriftClientOptions options,
            MalformedStrings malformed, UncarriedMetainfo uncarried) {
        super(channel, options, malformed, uncarried);
        this.pool = pool;
    }

    @Override
    public boolean isReusable() {
        return channel.isActive() && current == null && !lifetime.isTooOld();
    }

    @Override
    void giveBack() {
        pool.release(this);
    }

    @Override
    void exchange(WireCall<?, ?> call) {
        if (!channel.isActive()) {
            // Closed on its way here from another event loop: nothing was sent, so nothing was processed.
            giveBack();
            call.onFailure(call.connectionClosed("before the request was sent", "", null, true));
            return;
        }
        ByteBuf request;
        try {
            request = encode(call, nextSequenceId());
        } catch (RuntimeException e) {
            giveBack();
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

    @Override
    void abandon(WireCall<?, ?> call) {
        if (current == call && !abandoned) {
            abandoned = true;
            lateReplyTimer = channel.eventLoop().schedule(this::close, LATE_REPLY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    void read() {
        WireCall<?, ?> call = current;
        if (call == null) {
            LOG.infof("closing the connection to %s: it sent what nobody asked for", channel.remoteAddress());
            close();
            return;
        }
        ByteBuf reply;
        try {
            reply = nextReply();
        } catch (VoloException e) {
            broken(call, e);
            return;
        }
        if (reply != null) {
            replied(call, reply);
        }
    }

    private <R> void replied(WireCall<?, R> call, ByteBuf message) {
        if (endExchange()) {
            finish(true);
            return;
        }
        WireReply<R> reply = decode(call, message, lastSequenceId);
        // First the connection, then the caller: the next call, which the caller may make at once, finds it idle.
        finish(reply.inStep());
        reply.tell(call);
    }

    /** @param inStep whether the next reply will be that of the next request */
    private void finish(boolean inStep) {
        framer.discardRead();
        lifetime.used();
        if (inStep && !framer.hasRest() && !announcesReset()) {
            giveBack();
        } else {
            close();
        }
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
        if (lateReplyTimer != null) {
            lateReplyTimer.cancel(false);
            lateReplyTimer = null;
        }
        return wasAbandoned;
    }

    @Override
    void expired() {
        pool.expired(this);
    }

    @Override
    void lost(@Nullable Throwable cause) {
        WireCall<?, ?> call = current;
        endExchange();
        pool.closed(this);
        if (call != null) {
            call.onFailure(call.connectionClosed("before the reply", hint(cause), cause, false));
        }
    }
}
