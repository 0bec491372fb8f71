package io.quarkiverse.volo.codegen.syntax;

import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** The value of a constant or a default, as written. */
public sealed interface ValueSyntax {

    Location location();

    record IntegerText(long value, Location location) implements ValueSyntax {
    }

    record DoubleText(double value, Location location) implements ValueSyntax {
    }

    record StringText(String value, Location location) implements ValueSyntax {
    }

    /** true, false, the name of a constant or of an enum's member. */
    record Reference(String name, Location location) implements ValueSyntax {
    }

    record ListText(List<ValueSyntax> elements, Location location) implements ValueSyntax {
    }

    /** A map, or a struct by the names of its fields. */
    record MapText(List<Entry> entries, Location location) implements ValueSyntax {
    }

    record Entry(ValueSyntax key, ValueSyntax value) {
    }
}
