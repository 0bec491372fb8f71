package io.quarkiverse.volo.codegen.model;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.syntax.Requiredness;

/**
 * A field of a struct, an argument of a method or an exception that it throws.
 *
 * @param explicitPresence whether it can be told apart that it is absent and that it has its default, or zero
 */
public record Field(String name, int id, Requiredness requiredness, TypeUse use, @Nullable Value defaultValue,
        Annotations annotations, String comment, Location location, boolean explicitPresence) {

    public Type type() {
        return use.type();
    }

    /** The same field with other words about its presence. */
    public Field withRequiredness(Requiredness other) {
        return new Field(name, id, other, use, defaultValue, annotations, comment, location, explicitPresence);
    }

    /** The same field, whose absence is told from its default or not. */
    public Field withExplicitPresence(boolean explicit) {
        return new Field(name, id, requiredness, use, defaultValue, annotations, comment, location, explicit);
    }

    public boolean isOptional() {
        return requiredness == Requiredness.OPTIONAL;
    }

    public boolean isRequired() {
        return requiredness == Requiredness.REQUIRED;
    }
}
