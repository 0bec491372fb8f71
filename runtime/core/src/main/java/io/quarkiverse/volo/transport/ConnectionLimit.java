package io.quarkiverse.volo.transport;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.vertx.core.impl.ContextInternal;

/**
 * Lets at most so many accepted connections be open at once; one more is closed at once. A flood of them is one line in the
 * log: the next one comes only after a minute in which no connection was refused. Thread-safe.
 */
public final class ConnectionLimit implements ConnectionInitializer {

    private static final Logger LOG = Logger.getLogger(ConnectionLimit.class);
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final int limit;
    private final String hint;
    private final ConnectionInitializer next;
    private final AtomicInteger open = new AtomicInteger();
    private final LongSupplier nanoClock;
    private final AtomicLong lastRefusal;

    /**
     * @param limit how many connections, at least 1
     * @param hint what the log line adds to tell where the limit is configured, such as a key
     * @param next initializes the connections that are let in
     */
    public ConnectionLimit(int limit, String hint, ConnectionInitializer next) {
        this(limit, hint, next, System::nanoTime);
    }

    /** For tests, with a clock. */
    ConnectionLimit(int limit, String hint, ConnectionInitializer next, LongSupplier nanoClock) {
        if (limit < 1) {
            throw new IllegalArgumentException("max connections: " + limit + " (expected: at least 1)");
        }
        this.limit = limit;
        this.hint = hint;
        this.next = next;
        this.nanoClock = nanoClock;
        this.lastRefusal = new AtomicLong(nanoClock.getAsLong() - QUIET_NANOS);
    }

    @Override
    public void initialize(Channel channel, ContextInternal context) {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            tell(channel);
            ChannelFuture unused = channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        next.initialize(channel, context);
    }

    private void tell(Channel channel) {
        long now = nanoClock.getAsLong();
        if (now - lastRefusal.getAndSet(now) >= QUIET_NANOS) {
            LOG.warnf("connection from %s closed, and others may be: %d are open already%s", channel.remoteAddress(), limit,
                    hint);
        }
    }

    /** How many connections are open. */
    public int open() {
        return open.get();
    }
}
