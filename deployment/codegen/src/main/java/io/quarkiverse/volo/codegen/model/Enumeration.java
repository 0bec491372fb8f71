package io.quarkiverse.volo.codegen.model;

import java.util.List;
import java.util.Map;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** An enum. */
public record Enumeration(Type.Declared type, List<Member> members, Map<String, String> annotations, String comment,
        Location location) {

    /** One of its constants. */
    public record Member(String name, int number, Map<String, String> annotations, String comment, Location location) {
    }
}
