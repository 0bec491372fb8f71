package io.quarkiverse.volo.codegen.syntax;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A type as written: a name that may be anything, or a container. */
public sealed interface TypeSyntax {

    Location location();

    /** A base type, or the name of a definition, perhaps behind the name of an included file: {@code shared.User}. */
    record Named(String name, Location location) implements TypeSyntax {
    }

    record ListOf(TypeSyntax element, Location location) implements TypeSyntax {
    }

    record SetOf(TypeSyntax element, Location location) implements TypeSyntax {
    }

    record MapOf(TypeSyntax key, TypeSyntax value, Location location) implements TypeSyntax {
    }
}
