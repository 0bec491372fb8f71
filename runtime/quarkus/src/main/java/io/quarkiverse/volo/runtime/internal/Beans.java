package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Objects;

import io.quarkiverse.volo.service.Layer;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableBean;

/** Finds beans by the identifiers that the build noted down. */
final class Beans {

    private Beans() {
    }

    static Object byIdentifier(String identifier) {
        ArcContainer container = Arc.container();
        InjectableBean<?> bean = Objects.requireNonNull(container.bean(identifier), () -> "no bean " + identifier);
        return Objects.requireNonNull(container.instance(bean).get(), () -> "no instance of " + bean);
    }

    static List<Layer> layers(List<String> identifiers) {
        return identifiers.stream().map(identifier -> (Layer) byIdentifier(identifier)).toList();
    }
}
