package io.quarkiverse.volo.transport;

import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands behind Netty's acceptor, which stops accepting for a second when it has failed. Without it, Netty would log the
 * failure from the acceptor's thread. In a process without file descriptors the very logging may fail, as it opens files when
 * it is first used; and such an error would end the thread and with it the listener.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final long TOLD_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String where;
    private long lastTold = System.nanoTime() - TOLD_AGAIN_NANOS;

    AcceptFailures(String where) {
        this.where = where;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (System.nanoTime() - lastTold < TOLD_AGAIN_NANOS) {
            return;
        }
        try {
            LOG.errorf("cannot accept connections on %s: %s; trying again every second", where,
                    SocketFailure.describe(failure));
            lastTold = System.nanoTime();
        } catch (Throwable e) { // whatever it is, accepting goes on
            failure.addSuppressed(e);
        }
    }
}
