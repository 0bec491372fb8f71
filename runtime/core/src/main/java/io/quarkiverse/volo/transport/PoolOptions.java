package io.quarkiverse.volo.transport;

import java.time.Duration;

/**
 * The limits of a {@link ConnectionPool}.
 *
 * @param maxConnections how many connections to one address may be open, all event loops together
 * @param minIdle how many unused connections to one address stay open, however long they are not used, as long as they are
 *        {@linkplain PooledConnection#isReusable() of use}
 * @param maxWaiting how many calls may wait for a connection to one address
 * @param waitTimeout how long a call may wait for one to come free, within its own time
 * @param probeAfter after how long without use a connection is looked at before it serves again; up to then it is trusted
 */
public record PoolOptions(int maxConnections, int minIdle, int maxWaiting, Duration waitTimeout, Duration probeAfter) {

    /** 64 connections to an address, none kept unused, 1024 calls that wait for one, 500 ms each; trusted for a second. */
    public static final PoolOptions DEFAULT = new PoolOptions(64, 0, 1024, Duration.ofMillis(500), Duration.ofSeconds(1));

    public PoolOptions {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("max-connections: " + maxConnections + " (expected: at least 1)");
        }
        if (minIdle < 0 || minIdle > maxConnections) {
            throw new IllegalArgumentException(
                    "min-idle: " + minIdle + " (expected: 0-" + maxConnections + ", the maximum of connections)");
        }
        if (maxWaiting < 0) {
            throw new IllegalArgumentException("max-waiting: " + maxWaiting + " (expected: at least 0)");
        }
        if (waitTimeout.isZero() || waitTimeout.isNegative()) {
            throw new IllegalArgumentException("wait-timeout: " + waitTimeout + " (expected: more than zero)");
        }
    }

    /** The same, with other bounds. */
    public PoolOptions withBounds(int maxConnections, int maxWaiting) {
        return new PoolOptions(maxConnections, minIdle, maxWaiting, waitTimeout, probeAfter);
    }

    /** The same, keeping so many unused connections open. */
    public PoolOptions withMinIdle(int minIdle) {
        return new PoolOptions(maxConnections, minIdle, maxWaiting, waitTimeout, probeAfter);
    }

    /** The same, with another time to wait for a connection. */
    public PoolOptions withWaitTimeout(Duration waitTimeout) {
        return new PoolOptions(maxConnections, minIdle, maxWaiting, waitTimeout, probeAfter);
    }

    /** The same, trusting unused connections for another time. */
    public PoolOptions withProbeAfter(Duration probeAfter) {
        return new PoolOptions(maxConnections, minIdle, maxWaiting, waitTimeout, probeAfter);
    }
}
