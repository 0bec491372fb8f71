package io.quarkiverse.volo.grpc.transport;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import io.quarkiverse.volo.flow.LoopInbox;

/**
 * One HTTP/2 connection, of a server or a client: hands what arrives to the {@link GrpcStream} that it is for, and writes what
 * streams have to say. What is written during a read is flushed once at its end, what is written later by one task per turn of
 * the event loop. Used on the connection's event loop only.
 */
public abstract class GrpcConnection extends Http2ConnectionHandler implements StreamCarrier {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.grpc.transport");

    private final Http2Connection.PropertyKey streamKey;
    private final ContinuationGuard continuations = new ContinuationGuard();
    private int connectionWindow = ConnectionSettings.SMALLEST_CONNECTION_WINDOW;
    @SuppressWarnings("NullAway.Init")
    private OutgoingFlow outgoing;
    private boolean reading;
    private boolean flushScheduled;

    /** Where our writes begin: Vert.x' own handler is behind it. */
    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext here;
    @SuppressWarnings("NullAway.Init")
    private LoopInbox inbox;

    protected GrpcConnection(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
        // Closing the channel closes it: how a connection comes to its end in peace is decided elsewhere.
        super(decoder, encoder, settings, true, true);
        streamKey = connection().newKey();
    }

    final void listen() {
        FrameDispatch dispatch = new FrameDispatch(this);
        decoder().frameListener(dispatch);
        connection().addListener(dispatch);
    }

    final void flow(OutgoingFlow outgoing, int connectionWindow) {
        this.outgoing = outgoing;
        this.connectionWindow = connectionWindow;
    }

    /** Whether bytes of messages have left since this was asked last. */
    protected final boolean takeMessagesLeft() {
        return outgoing.takeLeft();
    }

    @Override
    public final EventLoop eventLoop() {
        return here.channel().eventLoop();
    }

    @Override
    public final LoopInbox inbox() {
        return inbox;
    }

    @Override
    public final ByteBufAllocator alloc() {
        return here.alloc();
    }

    /** This handler's place in the pipeline. */
    protected final ChannelHandlerContext here() {
        return here;
    }

    /** How many streams are open. */
    public final int streams() {
        return connection().numActiveStreams();
    }

    /** Whether bytes are being worked off that have come. */
    public final boolean isReading() {
        return reading;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handler) throws Exception {
        here = handler;
        inbox = LoopInbox.of(handler.channel().eventLoop());
        super.handlerAdded(handler);
        int more = connectionWindow - ConnectionSettings.SMALLEST_CONNECTION_WINDOW;
        if (more > 0) {
            connection().local().flowController().incrementWindowSize(connection().connectionStream(), more);
        }
        flushSoon();
    }

    @Override
    public void channelRead(ChannelHandlerContext handler, Object message) throws Exception {
        reading = true;
        if (message instanceof ByteBuf bytes && !continuations.accepts(bytes, connection().isServer())) {
            bytes.release();
            onError(handler, false, Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM,
                    "headers in more than %d frames", ContinuationGuard.MAX_IN_A_ROW));
            return;
        }
        super.channelRead(handler, message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext handler) throws Exception {
        // Before the flush, in which what was written before has more written.
        reading = false;
        readEnds();
        super.channelReadComplete(handler);
    }

    /** All that came by one read has been worked off; what is written now is flushed with the rest. */
    protected void readEnds() {
    }

    /**
     * A peer has opened a stream, which is to be {@linkplain #attach attached} to whoever takes what comes by it; what comes by
     * others is thrown away. Only on a server.
     *
     * @param end whether nothing follows
     */
    protected void opened(int streamId, Http2Headers headers, boolean end) {
        reset(streamId, Http2Error.PROTOCOL_ERROR);
    }

    /** The peer has sent a ping, which Netty answers, or has answered ours. */
    protected void pingRead(long data, boolean answer) {
    }

    /** The peer has told its settings, the first time or again. */
    protected void settingsRead(Http2Settings settings) {
    }

    /** The peer takes no more streams; those above that number it has not processed. */
    protected void goAwayRead(int lastStreamId, long errorCode, ByteBuf debugData) {
    }

    /** A stream has gone, any stream. */
    protected void streamClosed() {
    }

    /** The stream of this number, if it is open; else {@code null}. */
    final @Nullable GrpcStream find(int streamId) {
        Http2Stream stream = connection().stream(streamId);
        return stream == null ? null : find(stream);
    }

    final @Nullable GrpcStream find(Http2Stream stream) {
        return stream.getProperty(streamKey);
    }

    /** Who takes what comes by the stream of this number; {@code null}: nobody, or it is gone. */
    protected final @Nullable GrpcStream attached(int streamId) {
        return find(streamId);
    }

    /** Ties a stream to the one that has just been opened under this number. */
    protected final void attach(GrpcStream stream, int streamId) {
        stream.id(streamId);
        Http2Stream opened = connection().stream(streamId);
        if (opened != null) {
            opened.setProperty(streamKey, stream);
        }
    }

    /**
     * Opens a stream; only on a client. If the future fails and the stream is not open then, it never was, and nothing else is
     * told of it.
     *
     * @param end whether nothing follows
     */
    protected final ChannelFuture open(GrpcStream stream, Http2Headers headers, boolean end) {
        int streamId = connection().local().incrementAndGetNextStreamId();
        ChannelFuture written = encoder().writeHeaders(here, streamId, headers, 0, end, here.newPromise());
        attach(stream, streamId);
        flushSoon();
        return written;
    }

    @Override
    public final ChannelFuture writeHeaders(GrpcStream stream, Http2Headers headers, boolean end) {
        return writeHeaders(stream.id(), headers, end);
    }

    protected final ChannelFuture writeHeaders(int streamId, Http2Headers headers, boolean end) {
        ChannelFuture written = encoder().writeHeaders(here, streamId, headers, 0, end, here.newPromise());
        flushSoon();
        return written;
    }

    @Override
    public final ChannelFuture writeData(GrpcStream stream, ByteBuf data, boolean end) {
        ChannelFuture written = encoder().writeData(here, stream.id(), data, 0, end, here.newPromise());
        flushSoon();
        return written;
    }

    @Override
    public final void reset(GrpcStream stream, Http2Error error) {
        reset(stream.id(), error);
    }

    protected final void reset(int streamId, Http2Error error) {
        if (connection().stream(streamId) != null) {
            resetStream(here, streamId, error.code(), here.newPromise());
            flushSoon();
        }
    }

    @Override
    public final void consumed(GrpcStream stream, int bytes) {
        Http2Stream open = connection().stream(stream.id());
        if (open == null || bytes == 0) {
            return;
        }
        try {
            if (connection().local().flowController().consumeBytes(open, bytes)) {
                flushSoon();
            }
        } catch (Http2Exception e) {
            onError(here, false, e);
        }
    }

    /** Has what was written leave: at the end of the read that goes on, or else in the next turn of the event loop. */
    protected final void flushSoon() {
        if (!reading && !flushScheduled) {
            flushScheduled = true;
            here.executor().execute(this::flushLater);
        }
    }

    private void flushLater() {
        flushScheduled = false;
        flush(here);
    }

    /** A handler of ours has failed: that costs the stream, not the connection. */
    final void failed(int streamId, Throwable failure) {
        LOG.errorf(failure, "resetting a stream of %s", here.channel().remoteAddress());
        reset(streamId, Http2Error.INTERNAL_ERROR);
    }
}
