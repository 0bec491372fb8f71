package io.quarkiverse.volo.codegen.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A type as a file uses it, where {@link Type} is what it means.
 *
 * @param type with typedefs followed
 * @param typedef the typedef that it was named by; null if it was named by none
 * @param annotations those directly behind it; those of a typedef, or of what it stands for, are there
 * @param arguments of a list, a set or a map that is written out
 */
public record TypeUse(Type type, Typedef.@Nullable Name typedef, Annotations annotations, List<TypeUse> arguments) {

    /** The same use of what the type is, said more exactly. */
    public TypeUse withType(Type other) {
        return new TypeUse(other, typedef, annotations, arguments);
    }
}
