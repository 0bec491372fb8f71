package io.quarkiverse.volo.transport;

/**
 * The limits of a {@link ConnectionPool}.
 *
 * @param maxConnections how many connections to one address may be open, all event loops together
 * @param maxWaiting how many calls may wait for a connection to one address
 */
public record PoolOptions(int maxConnections, int maxWaiting) {

    /** 64 connections to an address, 1024 calls that wait for one. */
    public static final PoolOptions DEFAULT = new PoolOptions(64, 1024);

    public PoolOptions {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("max-connections: " + maxConnections + " (expected: at least 1)");
        }
        if (maxWaiting < 0) {
            throw new IllegalArgumentException("max-waiting: " + maxWaiting + " (expected: at least 0)");
        }
    }
}
