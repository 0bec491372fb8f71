package io.quarkiverse.volo.transport;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.transport.Protocol.Match;
import io.vertx.core.impl.ContextInternal;

/**
 * Tells by the first bytes which protocol a new connection speaks, installs that protocol, hands on what it has read and
 * leaves the pipeline. It waits for at most {@value #MAX_BYTES} bytes. HTTP/1.x is answered with a line that says what this
 * port is; everything else that no protocol claims is closed, with one line in the log.
 */
public final class ProtocolProbe extends ChannelInboundHandlerAdapter {

    /** The length of HTTP/2's preface, the longest prefix that tells a protocol. */
    public static final int MAX_BYTES = 24;

    /** How long a peer may take to show its protocol: 10 s. */
    public static final Duration DEFAULT_HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ProtocolProbe.class);
    private static final byte TLS_HANDSHAKE = 0x16;

    private final List<Protocol> protocols;
    private final Duration handshakeTimeout;
    private final ContextInternal connectionContext;
    private @Nullable ByteBuf held;
    private @Nullable ScheduledFuture<?> timer;
    // A closed channel no longer knows it.
    private @Nullable SocketAddress remote;
    private boolean closed;

    private ProtocolProbe(List<Protocol> protocols, Duration handshakeTimeout, ContextInternal connectionContext) {
        this.protocols = protocols;
        this.handshakeTimeout = handshakeTimeout;
        this.connectionContext = connectionContext;
    }

    /**
     * Puts a probe into each connection.
     *
     * @param protocols the candidates; the first one that says {@link Match#YES} gets the connection
     * @param handshakeTimeout how long a connection may take to show its protocol before it is closed
     */
    public static ConnectionInitializer initializer(List<Protocol> protocols, Duration handshakeTimeout) {
        var candidates = new ArrayList<>(protocols);
        candidates.add(new HttpRefusal(names(protocols)));
        List<Protocol> unchanging = List.copyOf(candidates);
        return (channel, context) -> channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, "volo-probe",
                new ProtocolProbe(unchanging, handshakeTimeout, context));
    }

    private static String names(List<Protocol> protocols) {
        return protocols.stream().map(Protocol::name).collect(Collectors.joining(", "));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        remote = context.channel().remoteAddress();
        timer = context.executor().schedule(() -> timedOut(context), handshakeTimeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Also called when the connection is closed. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
        release();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (closed) { // TLS may still hand over what one read has decrypted
            bytes.release();
            return;
        }
        held = held == null ? bytes : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), held, bytes);
        if (held.isReadable()) {
            decide(context, held);
        }
    }

    private void decide(ChannelHandlerContext context, ByteBuf bytes) {
        boolean undecided = false;
        for (Protocol protocol : protocols) {
            switch (protocol.match(bytes)) {
                case YES -> {
                    install(context, protocol);
                    return;
                }
                case MORE -> undecided = true;
                case NO -> {
                }
            }
        }
        if (!undecided || bytes.readableBytes() >= MAX_BYTES) {
            refuse(context, bytes);
        }
    }

    private void install(ChannelHandlerContext context, Protocol protocol) {
        try {
            protocol.install(context.channel(), connectionContext);
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection from %s closed: %s could not be installed", remote, protocol.name());
            close(context);
            return;
        }
        // From here on the bytes belong to the next handler, which releases them.
        ByteBuf bytes = held;
        held = null;
        context.pipeline().remove(this);
        if (bytes != null) {
            context.fireChannelRead(bytes);
        }
    }

    private void refuse(ChannelHandlerContext context, ByteBuf bytes) {
        if (bytes.getByte(bytes.readerIndex()) == TLS_HANDSHAKE) {
            LOG.infof("connection from %s closed: TLS on a plaintext port"
                    + " (expected: plaintext, or a value for quarkus.volo.server.tls-configuration-name)", remote);
        } else {
            LOG.infof("connection from %s closed: unknown protocol, it starts with %s (expected: %s)", remote,
                    firstBytes(bytes), names(protocols.subList(0, protocols.size() - 1)));
        }
        close(context);
    }

    private void timedOut(ChannelHandlerContext context) {
        if (held == null) {
            LOG.debugf("connection from %s closed: no byte within %d ms", remote, handshakeTimeout.toMillis());
        } else {
            LOG.infof("connection from %s closed: no known protocol within %d ms, only %s", remote,
                    handshakeTimeout.toMillis(), firstBytes(held));
        }
        close(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (held != null) {
            LOG.debugf("connection from %s was closed by the peer after %s", remote, firstBytes(held));
        }
        context.fireChannelInactive();
    }

    private void close(ChannelHandlerContext context) {
        closed = true;
        release();
        ChannelFuture unused = context.close();
    }

    private void release() {
        if (held != null) {
            held.release();
            held = null;
        }
    }

    private static String firstBytes(ByteBuf bytes) {
        return ByteBufUtil.hexDump(bytes, bytes.readerIndex(), Math.min(bytes.readableBytes(), MAX_BYTES));
    }
}
