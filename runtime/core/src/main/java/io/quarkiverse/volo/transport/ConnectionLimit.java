package io.quarkiverse.volo.transport;

import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.vertx.core.impl.ContextInternal;

/** Lets at most so many accepted connections be open at once; one more is closed at once. Thread-safe. */
public final class ConnectionLimit implements ConnectionInitializer {

    private static final Logger LOG = Logger.getLogger(ConnectionLimit.class);

    private final int limit;
    private final String hint;
    private final ConnectionInitializer next;
    private final AtomicInteger open = new AtomicInteger();

    /** Whether it has been told since the limit was reached last: a flood of connections shall not flood the log. */
    private volatile boolean told;

    /**
     * @param limit how many connections, at least 1
     * @param hint what the log line adds to tell where the limit is configured, such as a key
     * @param next initializes the connections that are let in
     */
    public ConnectionLimit(int limit, String hint, ConnectionInitializer next) {
        if (limit < 1) {
            throw new IllegalArgumentException("max connections: " + limit + " (expected: at least 1)");
        }
        this.limit = limit;
        this.hint = hint;
        this.next = next;
    }

    @Override
    public void initialize(Channel channel, ContextInternal context) {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            tell(channel);
            ChannelFuture unused = channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> {
            open.decrementAndGet();
            told = false;
        });
        next.initialize(channel, context);
    }

    private void tell(Channel channel) {
        if (!told) {
            told = true;
            LOG.warnf("connection from %s closed, and others may be: %d are open already%s", channel.remoteAddress(), limit,
                    hint);
        }
    }

    /** How many connections are open. */
    public int open() {
        return open.get();
    }
}
