package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkiverse.volo.service.Layer;

/** The layers that configuration may name. */
final class NamedLayers {

    private final Map<String, String> beans;

    /** @param beans the names, and the identifiers of the beans */
    NamedLayers(Map<String, String> beans) {
        this.beans = Map.copyOf(beans);
    }

    /** The layers of those names, all of which are {@linkplain #unknown known}. */
    List<Layer> named(List<String> names) {
        return Beans.layers(names.stream().map(beans::get).toList());
    }

    /** What is wrong with the names that stand under the key; empty: nothing. */
    List<String> unknown(String key, List<String> names) {
        List<String> problems = new ArrayList<>();
        for (String name : names) {
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
