package io.quarkiverse.volo.codegen.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * A service.
 *
 * @param base the service it extends, null if it extends none
 * @param methods its own, without inherited ones
 */
public record Service(Name name, @Nullable Name base, List<Method> methods, Annotations annotations, String comment,
        Location location) {

    /** @param file as messages name it */
    public record Name(String file, String name) {
    }
}
