package io.quarkiverse.volo.grpc.server;

import java.util.concurrent.TimeUnit;

/** Counts a peer's pings that come too soon, as grpc-java's server does. Used on the connection's event loop only. */
final class PingGuard {

    /** What a gRPC client knows to ping less often by. */
    static final String TOO_MANY = "too_many_pings";

    private static final int MAX_STRIKES = 2;
    private static final long INTERVAL_WITHOUT_CALLS = TimeUnit.HOURS.toNanos(2);

    private final KeepaliveOptions options;
    private boolean pinged;
    private long lastPing;
    private int strikes;

    PingGuard(KeepaliveOptions options) {
        this.options = options;
    }

    /** Something has been sent: peers ask whether that was the last. */
    void answered() {
        pinged = false;
        strikes = 0;
    }

    /** A ping has come; answers whether the peer may go on. */
    boolean mayPing(boolean serving) {
        long now = System.nanoTime();
        long interval = serving || options.pingsWithoutCalls() ? options.minPeerInterval().toNanos() : INTERVAL_WITHOUT_CALLS;
        if (!pinged || now - lastPing >= interval) {
            pinged = true;
            lastPing = now;
            return true;
        }
        strikes++;
        return strikes <= MAX_STRIKES;
    }
}
