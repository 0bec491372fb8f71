package io.quarkiverse.volo.thrift.client;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.transport.SharedConnection;

/**
 * A connection of a Thrift client that serves many calls at once. Each request has an id that no other call under way has, in
 * its TTHeader and in its message; the reply's tells whose it is, in whatever order replies come. So it is with Kitex'
 * multiplexing, and, where there is no TTHeader, with Volo's.
 *
 * <p>
 * A call that is given up is forgotten, and its reply, should it come, dropped. If nothing at all comes for
 * {@value #SILENCE_MILLIS} ms after that, the connection takes no more calls: it may be dead.
 */
final class MultiplexConnection extends ThriftClientConnection implements SharedConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.client");
    private static final long SILENCE_MILLIS = 1_000;

    private final IntObjectHashMap<WireCall<?, ?>> calls = new IntObjectHashMap<>();
    private Runnable changed = () -> {
    };
    private int lastSequenceId;
    private boolean draining;
    /** Whether requests are written that were not flushed. */
    private boolean unflushed;
    private long unusedSince = System.nanoTime();
    private int reads;
    private @Nullable ScheduledFuture<?> silenceTimer;

    MultiplexConnection(Channel channel, ThriftClientOptions options, MalformedStrings malformed,
            UncarriedMetainfo uncarried) {
        super(channel, options, malformed, uncarried);
    }

    @Override
    public void onChange(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public boolean isReusable() {
        return !draining && calls.size() < options.maxInFlight() && channel.isWritable();
    }

    @Override
    public boolean isDraining() {
        return draining || !channel.isActive();
    }

    @Override
    public long unusedNanos() {
        return calls.isEmpty() ? System.nanoTime() - unusedSince : 0;
    }

    @Override
    public void drain() {
        if (!draining) {
            draining = true;
            changed.run();
        }
        if (calls.isEmpty()) {
            close();
        }
    }

    @Override
    void expired() {
        if (calls.isEmpty()) {
            drain();
        }
    }

    /** It took no place. */
    @Override
    void giveBack() {
        changed.run();
    }

    @Override
    void exchange(WireCall<?, ?> call) {
        int id = nextSequenceId();
        ByteBuf request;
        try {
            request = encode(call, id);
        } catch (RuntimeException e) {
            call.onFailure(e);
            return;
        }
        call.sequenceId(id);
        calls.put(id, call);
        if (call.method().oneway()) {
            here.write(request).addListener(written -> onewayWritten(call, written));
        } else {
            here.write(request, here.voidPromise());
        }
        flushSoon();
    }

    /** For tests: the id that was given last. */
    void lastSequenceId(int id) {
        lastSequenceId = id;
    }

    /** Not 0, which is that of messages to the connection itself. */
    private int nextSequenceId() {
        do {
            lastSequenceId = lastSequenceId == Integer.MAX_VALUE ? 1 : lastSequenceId + 1;
        } while (calls.containsKey(lastSequenceId));
        return lastSequenceId;
    }

    /** With the requests of all calls that are made in this turn of the event loop. */
    private void flushSoon() {
        if (!channel.isWritable()) {
            flush();
        } else if (!unflushed) {
            unflushed = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    private void flush() {
        unflushed = false;
        here.flush();
    }

    /** A oneway call ends when its request has left. */
    private void onewayWritten(WireCall<?, ?> call, Future<?> written) {
        if (!forget(call)) {
            return;
        }
        placeCameFree();
        if (written.isSuccess()) {
            call.onItem(null);
        } else {
            call.onFailure(call.connectionClosed("before the request was sent", "", written.cause(), false));
        }
    }

    @Override
    void abandon(WireCall<?, ?> call) {
        if (forget(call)) {
            watchSilence();
            placeCameFree();
        }
    }

    /** Whether its exchange was under way. */
    private boolean forget(WireCall<?, ?> call) {
        int id = call.sequenceId();
        return calls.get(id) == call && calls.remove(id) != null;
    }

    private void watchSilence() {
        if (silenceTimer == null && !draining) {
            int before = reads;
            silenceTimer = channel.eventLoop().schedule(() -> {
                silenceTimer = null;
                if (reads == before) {
                    drain();
                }
            }, SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void placeCameFree() {
        if (calls.isEmpty()) {
            unusedSince = System.nanoTime();
        }
        if (draining || lifetime.isTooOld()) {
            drain();
        } else {
            changed.run();
        }
    }

    @Override
    void read() {
        reads++;
        try {
            ByteBuf reply = nextReply();
            while (reply != null) {
                replied(reply);
                reply = nextReply();
            }
        } catch (VoloException e) {
            broken(e);
            return;
        }
        framer.discardRead();
    }

    private void replied(ByteBuf message) {
        boolean reset = announcesReset();
        int id = idOf(message);
        WireCall<?, ?> call = calls.remove(id);
        if (call != null) {
            complete(call, message, id, reset);
        } else if (reset) {
            drain();
        } else {
            LOG.debugf("connection to %s: reply %d is nobody's, or comes too late", channel.remoteAddress(), id);
        }
    }

    private int idOf(ByteBuf message) {
        TTHeader beside = headerOfReply();
        return beside != null ? beside.sequenceId() : reader(message.duplicate()).readMessageBegin().sequenceId();
    }

    private <R> void complete(WireCall<?, R> call, ByteBuf message, int id, boolean reset) {
        WireReply<R> reply = decode(call, message, id);
        lifetime.used();
        // First the connection, then the caller: the next call, which the caller may make at once, finds its room.
        if (reset || !reply.inStep()) {
            drain();
        }
        placeCameFree();
        reply.tell(call);
    }

    /** These bytes cannot be a reply, and nothing after them can be understood. */
    private void broken(VoloException failure) {
        close();
        for (WireCall<?, ?> call : endAll()) {
            call.onFailure(call.undecodable(failure, hint()));
        }
    }

    @Override
    void lost(@Nullable Throwable cause) {
        for (WireCall<?, ?> call : endAll()) {
            call.onFailure(call.connectionClosed("before the reply", hint(cause), cause, false));
        }
    }

    private List<WireCall<?, ?>> endAll() {
        List<WireCall<?, ?>> all = List.copyOf(calls.values());
        calls.clear();
        if (silenceTimer != null) {
            silenceTimer.cancel(false);
        }
        draining = true;
        changed.run();
        return all;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext handler) {
        if (unflushed) {
            flush();
        }
        handler.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext handler) {
        if (channel.isWritable()) {
            changed.run();
        }
        handler.fireChannelWritabilityChanged();
    }
}
