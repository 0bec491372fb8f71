package io.quarkiverse.volo.codegen.syntax;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A name and where it stands. */
public record Identifier(String text, Location location) {
}
