package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.volo.service.Layer;

/** The layers that configuration may name. */
final class NamedLayers {

    private final Map<String, String> beans;

    /** @param beans the names, and the identifiers of the beans */
    NamedLayers(Map<String, String> beans) {
        this.beans = Map.copyOf(beans);
    }

    /**
     * Global layers with those that are configured inside of them.
     *
     * @param global the identifiers of the beans
     * @param names all of them {@linkplain #unknown known}
     */
    List<Layer> inside(List<String> global, Optional<List<String>> names) {
        List<Layer> layers = new ArrayList<>(Beans.layers(global));
        layers.addAll(Beans.layers(names.orElse(List.of()).stream().map(beans::get).toList()));
        return layers;
    }

    /** What is wrong with the names that stand under the key; empty: nothing. */
    List<String> unknown(String key, Optional<List<String>> names) {
        List<String> problems = new ArrayList<>();
        for (String name : names.orElse(List.of())) {
            if (!beans.containsKey(name)) {
                problems.add(key + ": '" + name + "' (expected: " + known() + ")");
            }
        }
        return problems;
    }

    private String known() {
        String sort = "the @Identifier of a bean that implements " + Layer.class.getName();
        return beans.isEmpty() ? sort + ", of which there are none"
                : "among " + String.join(", ", beans.keySet().stream().sorted().toList()) + ", each " + sort;
    }
}
