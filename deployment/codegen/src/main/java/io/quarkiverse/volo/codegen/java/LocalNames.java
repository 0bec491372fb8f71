package io.quarkiverse.volo.codegen.java;

import java.util.Set;

/** Keeps local variables that are named like fields apart from those that generated code brings. */
final class LocalNames {

    private final Set<String> taken;

    /** @param taken the names that generated code uses itself */
    LocalNames(String... taken) {
        this.taken = Set.of(taken);
    }

    /** No field's name ends in {@code _} unless the rest is reserved, so no two fields get the same. */
    String of(String name) {
        return taken.contains(name) ? name + "_" : name;
    }
}
