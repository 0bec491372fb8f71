package io.quarkiverse.volo.codegen.syntax;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** {@code (name = "value")} behind a definition, a field, a method or a type; without a value it is {@code 1}. */
public record Annotation(String name, String value, Location location) {
}
