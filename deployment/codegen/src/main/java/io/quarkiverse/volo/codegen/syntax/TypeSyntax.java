package io.quarkiverse.volo.codegen.syntax;

import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A type as written: a name that may be anything, or a container. */
public sealed interface TypeSyntax {

    Location location();

    /** Those directly behind the type; those of its arguments are theirs. */
    List<Annotation> annotations();

    /** A base type, or the name of a definition, perhaps behind the name of an included file: {@code shared.User}. */
    record Named(String name, List<Annotation> annotations, Location location) implements TypeSyntax {
    }

    record ListOf(TypeSyntax element, List<Annotation> annotations, Location location) implements TypeSyntax {
    }

    record SetOf(TypeSyntax element, List<Annotation> annotations, Location location) implements TypeSyntax {
    }

    record MapOf(TypeSyntax key, TypeSyntax value, List<Annotation> annotations, Location location) implements TypeSyntax {
    }
}
