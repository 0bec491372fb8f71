package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;

/** What the application serves, as the build found it. */
public final class ServedServices {

    private final List<String> layers;
    private final List<ServedService> services = new ArrayList<>();

    /** @param layers the identifiers of the layers around all calls, outermost first */
    ServedServices(List<String> layers) {
        this.layers = List.copyOf(layers);
    }

    void add(ServedService service) {
        services.add(service);
    }

    List<String> layers() {
        return layers;
    }

    List<ServedService> services() {
        return services;
    }
}
