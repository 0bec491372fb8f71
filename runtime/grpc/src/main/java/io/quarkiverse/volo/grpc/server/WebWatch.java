package io.quarkiverse.volo.grpc.server;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The times of a connection by HTTP/1.1: how long a request takes to arrive, how long there is none, how old it is. */
final class WebWatch {

    private final LifetimeOptions lifetime;
    private final Duration requestTimeout;
    private final long born = System.nanoTime();
    private long idleSince = born;
    /** When the request began that is arriving; only if {@link #arriving}. */
    private long requestSince = born;
    /** The protocol is known by a request's first bytes. */
    private boolean arriving = true;
    /** Since when the peer has taken nothing of a reply; only if {@link #stuck}. */
    private long stuckSince = born;
    private boolean stuck;

    WebWatch(LifetimeOptions lifetime, Duration requestTimeout) {
        this.lifetime = lifetime;
        this.requestTimeout = requestTimeout;
    }

    /** How often to look: what is done may be late by a quarter of the time. */
    long periodNanos() {
        return Math.max(1, Collections.min(List.of(requestTimeout, lifetime.maxIdle(), lifetime.maxAge())).toNanos() / 4);
    }

    void requestBegins() {
        if (!arriving) {
            arriving = true;
            requestSince = System.nanoTime();
        }
    }

    void requestArrived() {
        arriving = false;
    }

    /** It has been answered, too. */
    void requestEnds() {
        arriving = false;
        idleSince = System.nanoTime();
    }

    boolean isOld() {
        return System.nanoTime() - born > lifetime.maxAge().toNanos();
    }

    /** Whether a connection without a request should go. */
    boolean isOver() {
        return !arriving && (isOld() || System.nanoTime() - idleSince > lifetime.maxIdle().toNanos());
    }

    /**
     * What has taken too long; {@code null}: nothing.
     *
     * @param unread whether as much of a reply waits for the peer as may
     */
    @Nullable
    String late(boolean unread) {
        long now = System.nanoTime();
        if (unread != stuck) {
            stuck = unread;
            stuckSince = now;
        }
        if (arriving && now - requestSince > requestTimeout.toNanos()) {
            return "a request did not arrive within " + requestTimeout.toMillis() + " ms";
        }
        return stuck && now - stuckSince > lifetime.maxIdle().toNanos()
                ? "it did not read its reply for " + lifetime.maxIdle().toMillis() + " ms"
                : null;
    }
}
