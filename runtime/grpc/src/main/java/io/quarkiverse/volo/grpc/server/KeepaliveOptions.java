package io.quarkiverse.volo.grpc.server;

import java.time.Duration;

/**
 * Pings on a server's connections.
 *
 * @param interval how long a peer may be silent before it is asked by a ping whether it is still there
 * @param timeout how long it may take to answer; then the connection is closed
 * @param minPeerInterval how much time a peer must let pass between pings of its own; after three that come too soon the
 *        connection is closed with ENHANCE_YOUR_CALM, {@code too_many_pings}
 * @param pingsWithoutCalls whether it may ping as often when no call is under way; else two hours must pass
 */
public record KeepaliveOptions(Duration interval, Duration timeout, Duration minPeerInterval, boolean pingsWithoutCalls) {

    /** 5 minutes, 20 seconds; 5 minutes between a peer's pings, and none without calls, as grpc-java has it. */
    public static final KeepaliveOptions DEFAULT = new KeepaliveOptions(Duration.ofMinutes(5), Duration.ofSeconds(20),
            Duration.ofMinutes(5), false);

    public KeepaliveOptions {
        LifetimeOptions.positive("keepalive interval", interval);
        LifetimeOptions.positive("keepalive timeout", timeout);
        if (minPeerInterval.isNegative()) {
            throw new IllegalArgumentException("min peer interval: " + minPeerInterval + " (expected: zero or more)");
        }
    }
}
