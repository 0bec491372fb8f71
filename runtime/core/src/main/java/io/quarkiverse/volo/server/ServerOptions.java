package io.quarkiverse.volo.server;

import java.util.List;
import java.util.Objects;

import io.quarkiverse.volo.layer.limit.ConcurrencyLimitLayer;
import io.quarkiverse.volo.service.Layer;

/**
 * How a server serves calls, whatever the protocol.
 *
 * @param limit how many calls may be under way; the same one for all methods
 * @param layers the layers that every call passes, outermost first
 */
public record ServerOptions(ConcurrencyLimitLayer limit, List<Layer> layers) {

    public ServerOptions {
        Objects.requireNonNull(limit, "limit");
        layers = List.copyOf(layers);
    }
}
