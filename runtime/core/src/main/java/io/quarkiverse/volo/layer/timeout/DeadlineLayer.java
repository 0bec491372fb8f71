package io.quarkiverse.volo.layer.timeout;

import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/**
 * On a server: fails a call whose caller does not wait any more with a {@link io.quarkiverse.volo.error.VoloException} of kind
 * TIMEOUT. If the call's deadline has passed already, what is inside is not asked; if it passes meanwhile, what is inside is
 * cancelled and the caller told at once. A thread that serves the call is not interrupted: it
 * {@linkplain io.quarkiverse.volo.context.RpcContext#hold holds} the call until it has finished. A oneway call
 * loses its deadline, since nobody waits for it. Costs a call without deadline nothing.
 */
public final class DeadlineLayer implements Layer {

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return new DeadlineService<>(next);
    }
}
