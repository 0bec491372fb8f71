package io.quarkiverse.volo.codegen.java;

import java.util.List;
import java.util.Set;

/** Keeps local variables that are named like fields apart from those that generated code brings. */
final class LocalNames {

    private final List<Component> components;
    private final Set<String> taken;

    /** @param taken the names that generated code uses itself */
    LocalNames(List<Component> components, String... taken) {
        this.components = components;
        this.taken = Set.of(taken);
    }

    /** The variable of one of the components. */
    String of(String name) {
        return taken.contains(name) ? free(name + "_", components) : name;
    }

    /** The name, or one like it that no component has. */
    static String free(String wanted, List<Component> components) {
        String name = wanted;
        while (isTaken(name, components)) {
            name += "_";
        }
        return name;
    }

    private static boolean isTaken(String name, List<Component> components) {
        return components.stream().anyMatch(component -> component.name().equals(name));
    }
}
