package io.quarkiverse.volo.layer.timeout;

import java.time.Duration;

import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/**
 * Fails a call whose deadline passes with a {@link io.quarkiverse.volo.error.VoloException} of kind TIMEOUT, and cancels what
 * is still going on below. A call that has no deadline yet gets one here: unary and oneway calls always, streams only with a
 * timeout of their own, since a healthy stream may last for days.
 */
public final class TimeoutLayer implements Layer {

    private final Duration timeout;
    private final String hint;

    /** @param timeout for calls that bring no deadline */
    public TimeoutLayer(Duration timeout) {
        this(timeout, "");
    }

    /**
     * @param timeout for calls that bring no deadline
     * @param hint what the message adds to tell where the time is configured, such as a key
     */
    public TimeoutLayer(Duration timeout, String hint) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: more than zero)");
        }
        this.timeout = timeout;
        this.hint = hint;
    }

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return new TimeoutService<>(timeout, hint, next);
    }
}
