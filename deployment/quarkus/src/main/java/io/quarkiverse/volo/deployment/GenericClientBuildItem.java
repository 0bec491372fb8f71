package io.quarkiverse.volo.deployment;

import java.util.List;

import io.quarkus.builder.item.MultiBuildItem;

/** A client that calls by name, which the application injects; one item for each name. */
final class GenericClientBuildItem extends MultiBuildItem {

    private final String name;
    private final List<String> injectionPoints;

    GenericClientBuildItem(String name, List<String> injectionPoints) {
        this.name = name;
        this.injectionPoints = List.copyOf(injectionPoints);
    }

    String name() {
        return name;
    }

    List<String> injectionPoints() {
        return injectionPoints;
    }
}
