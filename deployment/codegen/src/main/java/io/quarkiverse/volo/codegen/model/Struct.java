package io.quarkiverse.volo.codegen.model;

import java.util.List;
import java.util.Map;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A struct, a union or an exception: {@code type().kind()} tells. */
public record Struct(Type.Declared type, List<Field> fields, Map<String, String> annotations, String comment,
        Location location) {
}
