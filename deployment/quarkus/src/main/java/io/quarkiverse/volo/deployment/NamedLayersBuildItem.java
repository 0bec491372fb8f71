package io.quarkiverse.volo.deployment;

import java.util.Map;
import java.util.TreeMap;

import io.quarkus.builder.item.SimpleBuildItem;

/** The layers that configuration may name: their names, and the identifiers of their beans. */
final class NamedLayersBuildItem extends SimpleBuildItem {

    private final Map<String, String> beans;

    NamedLayersBuildItem(Map<String, String> beans) {
        this.beans = new TreeMap<>(beans);
    }

    Map<String, String> beans() {
        return beans;
    }
}
