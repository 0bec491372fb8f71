package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;

/** What the application serves, as the build found it. */
public final class ServedServices {

    private final List<String> layers;
    private final NamedLayers namedLayers;
    private final List<ServedService> services = new ArrayList<>();

    /**
     * @param layers the identifiers of the layers around all calls, outermost first
     * @param namedLayers the layers that configuration may put inside of them
     */
    ServedServices(List<String> layers, NamedLayers namedLayers) {
        this.layers = List.copyOf(layers);
        this.namedLayers = namedLayers;
    }

    void add(ServedService service) {
        services.add(service);
    }

    List<String> layers() {
        return layers;
    }

    NamedLayers namedLayers() {
        return namedLayers;
    }

    List<ServedService> services() {
        return services;
    }
}
