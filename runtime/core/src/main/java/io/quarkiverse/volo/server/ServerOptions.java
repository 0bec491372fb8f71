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

    /**
     * @param maxInFlight how many calls may be under way
     * @param hint what the message of a call beyond that adds, such as the key of its configuration
     * @param layers the layers that every call passes, outermost first
     */
    public static ServerOptions of(int maxInFlight, String hint, List<Layer> layers) {
        return new ServerOptions(new ConcurrencyLimitLayer(maxInFlight, hint), layers);
    }
}
