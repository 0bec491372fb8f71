package io.quarkiverse.volo.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Puts layers around a service. They are listed in the order in which a request meets them: the first is the outermost. */
public final class Layers {

    private final List<Layer> layers = new ArrayList<>();

    /** Adds a layer inside those that are there. */
    public Layers then(Layer layer) {
        layers.add(Objects.requireNonNull(layer, "layer"));
        return this;
    }

    /** Adds layers, in their order, inside those that are there. */
    public Layers thenAll(Collection<? extends Layer> more) {
        more.forEach(this::then);
        return this;
    }

    /** The innermost service with all the layers around it. */
    public <Q, R> Service<Q, R> around(Service<Q, R> innermost) {
        Service<Q, R> service = innermost;
        for (int i = layers.size() - 1; i >= 0; i--) {
            service = Objects.requireNonNull(layers.get(i).around(service), layers.get(i) + " made no service");
        }
        return service;
    }
}
