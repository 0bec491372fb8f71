package io.quarkiverse.volo.runtime.internal;

import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;

/**
 * Tells Quarkus that the context of a call belongs to this call alone, so that extensions may keep things in it. Outside of
 * all other layers.
 */
final class SafeContextLayer implements Layer {

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return (context, request) -> {
            VertxContextSafetyToggle.setCurrentContextSafe(true);
            return next.call(context, request);
        };
    }
}
