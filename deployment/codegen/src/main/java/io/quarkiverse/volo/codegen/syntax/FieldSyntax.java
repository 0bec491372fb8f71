package io.quarkiverse.volo.codegen.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * A field of a struct, an argument of a method or one of the exceptions it throws.
 *
 * @param location where the field starts
 * @param id as written; null if the field has none
 */
public record FieldSyntax(Location location, Identifier name, @Nullable Long id, Requiredness requiredness, TypeSyntax type,
        @Nullable ValueSyntax defaultValue, List<Annotation> annotations, String comment) {
}
