package io.quarkiverse.volo.codegen.model;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A constant. */
public record Constant(String name, TypeUse use, Value value, Annotations annotations, String comment, Location location) {

    public Type type() {
        return use.type();
    }
}
