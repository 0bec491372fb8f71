package io.quarkiverse.volo.thrift.client;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

import javax.net.ssl.SSLException;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.transport.MessageReaders;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
import io.quarkiverse.volo.transport.ConnectionLifetime;
import io.quarkiverse.volo.transport.PooledConnection;
import io.quarkiverse.volo.transport.TlsFailure;

/**
 * A connection of a Thrift client: what those that serve one call after the other ({@link PingPongConnection}) and those that
 * serve many at once ({@link MultiplexConnection}) have in common. Everything here happens on its event loop.
 */
abstract class ThriftClientConnection extends ChannelInboundHandlerAdapter implements PooledConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift.client");

    final Channel channel;
    final ThriftClientOptions options;
    final MessageFramer framer;
    final ConnectionLifetime lifetime;
    private final MessageReaders readers;
    private final MessageWriter messages;
    private final RequestHeader header;
    private final MalformedStrings malformed;

    /** Where our writes begin: Vert.x' own handler is behind it. */
    @SuppressWarnings("NullAway.Init")
    ChannelHandlerContext here;
    /** Whether a reply has come. */
    private boolean understood;

    /**
     * @param malformed in the replies of all of the client's connections
     * @param uncarried of the requests of all of the client's connections
     */
    ThriftClientConnection(Channel channel, ThriftClientOptions options, MalformedStrings malformed,
            UncarriedMetainfo uncarried) {
        this.channel = channel;
        this.options = options;
        this.malformed = malformed;
        this.framer = new MessageFramer(options.maxFrameSize(), options.decoding().maxDepth());
        this.readers = new MessageReaders(options.decoding());
        this.header = new RequestHeader(options, uncarried);
        this.messages = new MessageWriter(options.maxFrameSize());
        this.lifetime = new ConnectionLifetime(options.idleTimeout(), options.maxAge(), ThreadLocalRandom.current());
    }

    /** Sends the call's request; the call is told its reply, or why there is none. */
    abstract void exchange(WireCall<?, ?> call);

    /** The call does not wait any more; does nothing if its exchange is over. */
    abstract void abandon(WireCall<?, ?> call);

    /** The connection was leased for a call that does not need it any more. */
    abstract void giveBack();

    /** Bytes have come, and the framer has them. */
    abstract void read();

    /** The connection is lost: whoever waits for a reply is told. */
    abstract void lost(@Nullable Throwable cause);

    /** It has not been used for as long as is allowed; or it is in use by now. */
    abstract void expired();

    @Override
    public final EventLoop eventLoop() {
        return channel.eventLoop();
    }

    @Override
    public final void close() {
        ChannelFuture unused = channel.close();
    }

    @Override
    public final void handlerAdded(ChannelHandlerContext handler) {
        here = handler;
        lifetime.start(channel.eventLoop(), this::expired);
    }

    /**
     * The next whole reply; {@code null} if there is none yet.
     *
     * @throws io.quarkiverse.volo.error.VoloException if these bytes cannot be one
     */
    final @Nullable ByteBuf nextReply() {
        ByteBuf reply = framer.next();
        understood |= reply != null;
        return reply;
    }

    /** @throws io.quarkiverse.volo.error.VoloException if it cannot be written; nothing of it is kept then */
    final ByteBuf encode(WireCall<?, ?> call, int sequenceId) {
        return call.encode(messages, channel.alloc(), options.form(), header, sequenceId);
    }

    final <R> WireReply<R> decode(WireCall<?, R> call, ByteBuf message, int sequenceId) {
        ThriftReader in = reader(message);
        WireReply<R> reply = call.decode(in, sequenceId, headerOfReply());
        malformed.add(in.malformedStrings());
        in.finish();
        return reply;
    }

    final ThriftReader reader(ByteBuf message) {
        return readers.of(framer.form().protocol()).reset(message);
    }

    /** The TTHeader of the reply that the framer cut last; {@code null} if it has none. */
    final @Nullable TTHeader headerOfReply() {
        return framer.form().hasHeader() ? framer.header() : null;
    }

    /** Whether the peer says with the reply that it is about to close the connection. */
    final boolean announcesReset() {
        TTHeader beside = headerOfReply();
        return beside != null && beside.get(TextKey.CONNECTION_RESET) != null;
    }

    /** A peer that speaks something else hangs up, or answers something else. */
    final String hint() {
        return understood ? "" : options.formHint();
    }

    /** The same, unless TLS has said what the matter is. */
    final String hint(@Nullable Throwable cause) {
        return cause instanceof SSLException ? "" : hint();
    }

    @Override
    public final void channelRead(ChannelHandlerContext handler, Object message) {
        if (message instanceof ByteBuf bytes) {
            framer.add(channel.alloc(), bytes);
            read();
        } else {
            handler.fireChannelRead(message);
        }
    }

    @Override
    public final void channelInactive(ChannelHandlerContext handler) {
        lifetime.stop();
        framer.release();
        lost(null);
        handler.fireChannelInactive();
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext handler, Throwable caught) {
        Throwable cause = TlsFailure.unwrap(caught);
        if (!(cause instanceof IOException)) {
            LOG.warnf(cause, "closing the connection to %s", channel.remoteAddress());
        }
        lost(cause);
        handler.close();
    }
}
