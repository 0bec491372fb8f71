package io.quarkiverse.volo.codegen.model;

import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** An enum. */
public record Enumeration(Type.Declared type, List<Member> members, Annotations annotations, String comment,
        Location location) {

    /** One of its constants. */
    public record Member(String name, int number, Annotations annotations, String comment, Location location) {
    }
}
