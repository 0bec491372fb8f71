package io.quarkiverse.volo.codegen.java;

import io.quarkiverse.volo.codegen.model.Type;

/** Copies of containers that nobody can change. */
final class ContainerCopies {

    private final CompilationUnit unit;

    ContainerCopies(CompilationUnit unit) {
        this.unit = unit;
    }

    /** A format for an expression; {@code %s} is the container to copy. */
    String copyOf(Type type) {
        JavaName immutable = type instanceof Type.MapOf ? Library.IMMUTABLE_MAP
                : type instanceof Type.ListOf ? Library.IMMUTABLE_LIST : Library.IMMUTABLE_SET;
        return unit.use(immutable) + ".copyOf(%s)";
    }
}
