package io.quarkiverse.volo.layer.limit;

import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/**
 * Lets at most so many calls be under way at once, over all the services that this one layer is put around. A call beyond that
 * fails at once with a {@link io.quarkiverse.volo.error.VoloException} of kind OVERLOAD, known not to have been processed. A
 * call counts until it ends, a stream until its end, and until the thread that serves it has finished.
 */
public final class ConcurrencyLimitLayer implements Layer {

    private final ConcurrencyLimit limit;

    /**
     * @param limit how many calls, at least 1
     * @param hint what the message adds to tell where the limit is configured, such as a key
     */
    public ConcurrencyLimitLayer(int limit, String hint) {
        this.limit = new ConcurrencyLimit(limit, hint);
    }

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return new ConcurrencyLimitService<>(limit, next);
    }

    /** How many calls are under way. */
    public int underWay() {
        return limit.underWay();
    }
}
