package io.quarkiverse.volo.codegen.model;

import java.util.List;
import java.util.Locale;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A struct, a union or an exception: {@code type().kind()} tells. */
public record Struct(Type.Declared type, List<Field> fields, Annotations annotations, String comment,
        Location location) {

    /** As the file calls it: {@code struct User}. */
    public String shown() {
        return type().kind().name().toLowerCase(Locale.ROOT) + " " + type().name();
    }
}
