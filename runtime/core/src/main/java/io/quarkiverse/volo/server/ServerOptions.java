package io.quarkiverse.volo.server;

import java.util.List;

import io.quarkiverse.volo.service.Layer;

/**
 * How a server serves calls, whatever the protocol.
 *
 * @param layers the layers that every call passes, outermost first
 * @param exposeErrors whether a caller is told the message of an unexpected error; otherwise only that there was one
 */
public record ServerOptions(List<Layer> layers, boolean exposeErrors) {

    /** No layers, errors kept to this side. */
    public static final ServerOptions DEFAULT = new ServerOptions(List.of(), false);

    public ServerOptions {
        layers = List.copyOf(layers);
    }
}
