package io.quarkiverse.volo.codegen.model;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.syntax.Requiredness;

/** A field of a struct, an argument of a method or an exception that it throws. */
public record Field(String name, int id, Requiredness requiredness, Type type, @Nullable Value defaultValue,
        Map<String, String> annotations, String comment, Location location) {

    public boolean isOptional() {
        return requiredness == Requiredness.OPTIONAL;
    }

    public boolean isRequired() {
        return requiredness == Requiredness.REQUIRED;
    }
}
