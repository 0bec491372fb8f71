package io.quarkiverse.volo.codegen.model;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * A method of a service.
 *
 * @param result null for void
 */
public record Method(String name, boolean oneway, @Nullable Type result, List<Field> arguments, List<Field> exceptions,
        Map<String, String> annotations, String comment, Location location) {
}
