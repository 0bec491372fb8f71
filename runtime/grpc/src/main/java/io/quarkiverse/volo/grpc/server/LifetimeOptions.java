package io.quarkiverse.volo.grpc.server;

import java.time.Duration;

/**
 * How long a connection lasts.
 *
 * @param maxIdle how long no call may be under way on it; then it is closed
 * @param maxAge how old it may grow, up to a tenth less by chance; then the peer is told to use another, and it is closed when
 *        the calls on it have ended
 * @param maxAgeGrace how long these may take; then they are cut. {@link #FOREVER}: as long as they like
 */
public record LifetimeOptions(Duration maxIdle, Duration maxAge, Duration maxAgeGrace) {

    /** Longer than anything runs. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    /** 10 minutes, an hour, no end to the grace. */
    public static final LifetimeOptions DEFAULT = new LifetimeOptions(Duration.ofMinutes(10), Duration.ofHours(1), FOREVER);

    public LifetimeOptions {
        positive("max idle", maxIdle);
        positive("max age", maxAge);
        positive("max age grace", maxAgeGrace);
    }

    static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than zero)");
        }
    }
}
