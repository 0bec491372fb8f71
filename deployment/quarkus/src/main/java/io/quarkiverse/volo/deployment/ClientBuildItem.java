package io.quarkiverse.volo.deployment;

import java.util.List;

import io.quarkus.builder.item.MultiBuildItem;

/** A client that the application injects: a name and one of the generated types; one item for each pair. */
final class ClientBuildItem extends MultiBuildItem {

    private final String name;
    private final GeneratedType type;
    private final List<String> injectionPoints;

    /** @param injectionPoints where it is injected; none if it is only there for lookup by program */
    ClientBuildItem(String name, GeneratedType type, List<String> injectionPoints) {
        this.name = name;
        this.type = type;
        this.injectionPoints = List.copyOf(injectionPoints);
    }

    String name() {
        return name;
    }

    GeneratedType type() {
        return type;
    }

    List<String> injectionPoints() {
        return injectionPoints;
    }
}
