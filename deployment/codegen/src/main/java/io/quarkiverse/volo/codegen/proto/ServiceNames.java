package io.quarkiverse.volo.codegen.proto;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.source.ReservedNames;

/**
 * Chooses the Java names of services. There is one rule: a service whose name, or that of its definition, is taken in its Java
 * package becomes {@code Volo} and its name.
 */
final class ServiceNames {

    static final String DEFINITION = "Definition";

    private static final String PREFIX = "Volo";
    /** Words that are no names of types (Java Language Specification 3.9). */
    private static final Set<String> NO_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

    private final JavaNames names;
    private final boolean othersGenerateServices;
    private final Diagnostics diagnostics;
    /** By package; without regard to case, as the file systems of some have none. */
    private final Map<String, Set<String>> taken = new HashMap<>();

    /** @param othersGenerateServices whether somebody else generates types with the names of services into the same packages */
    ServiceNames(JavaNames names, boolean othersGenerateServices, Diagnostics diagnostics) {
        this.names = names;
        this.othersGenerateServices = othersGenerateServices;
        this.diagnostics = diagnostics;
    }

    String choose(String service, String javaPackage, Location place) {
        Set<String> takenHere = taken.computeIfAbsent(javaPackage, this::typesOfProtoc);
        String plain = ReservedNames.isWord(service) || NO_TYPES.contains(service) ? service + "_" : service;
        List<String> candidates = othersGenerateServices ? List.of(PREFIX + service) : List.of(plain, PREFIX + service);
        for (String name : candidates) {
            if (!takenHere.contains(lower(name)) && !takenHere.contains(lower(name + DEFINITION))) {
                takenHere.addAll(List.of(lower(name), lower(name + DEFINITION)));
                names.typesIn(javaPackage).addAll(List.of(name, name + DEFINITION));
                return name;
            }
        }
        diagnostics.error(place, "the Java names " + String.join(" and ", candidates) + ", or those with " + DEFINITION
                + " behind them, are taken in the package '" + javaPackage + "' (expected: another java_package)",
                "service " + service);
        return plain;
    }

    private Set<String> typesOfProtoc(String javaPackage) {
        Set<String> types = new HashSet<>();
        names.typesIn(javaPackage).forEach(type -> types.add(lower(type)));
        return types;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
