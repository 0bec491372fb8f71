package io.quarkiverse.volo.codegen.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * A method of a service.
 *
 * @param resultUse null for void
 */
public record Method(String name, boolean oneway, @Nullable TypeUse resultUse, List<Field> arguments, List<Field> exceptions,
        Annotations annotations, String comment, Location location) {

    /** Null for void. */
    public @Nullable Type result() {
        return resultUse == null ? null : resultUse.type();
    }
}
