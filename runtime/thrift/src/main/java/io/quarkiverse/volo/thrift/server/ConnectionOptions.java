package io.quarkiverse.volo.thrift.server;

import java.time.Duration;

/**
 * What a server bears from a connection.
 *
 * @param idleTimeout how long nothing may happen on it before it is closed
 * @param frameTimeout how long a message may take to arrive, from its first byte to its last
 * @param maxAge how old it may grow, up to a tenth less by chance; then it is closed when nothing is under way on it
 * @param writeBufferHighWaterMark how many bytes of replies may wait for a peer that does not read before it is not read either
 */
public record ConnectionOptions(Duration idleTimeout, Duration frameTimeout, Duration maxAge, int writeBufferHighWaterMark) {

    /** 10 minutes, 30 seconds, an hour, 64 KiB. */
    public static final ConnectionOptions DEFAULT = new ConnectionOptions(Duration.ofMinutes(10), Duration.ofSeconds(30),
            Duration.ofHours(1), 64 * 1024);

    public ConnectionOptions {
        positive("idle timeout", idleTimeout);
        positive("frame timeout", frameTimeout);
        positive("max age", maxAge);
        atLeastOne("write buffer high-water mark", writeBufferHighWaterMark);
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than zero)");
        }
    }
}
