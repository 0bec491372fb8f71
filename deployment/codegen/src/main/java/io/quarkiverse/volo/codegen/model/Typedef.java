package io.quarkiverse.volo.codegen.model;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Another name for a type. */
public record Typedef(Name name, TypeUse use, Annotations annotations, String comment, Location location) {

    /** @param file as messages name it */
    public record Name(String file, String name) {
    }
}
