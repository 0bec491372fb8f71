package io.quarkiverse.volo.codegen.model;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A constant. */
public record Constant(String name, Type type, Value value, String comment, Location location) {
}
