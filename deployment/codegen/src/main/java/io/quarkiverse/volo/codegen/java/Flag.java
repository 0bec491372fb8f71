package io.quarkiverse.volo.codegen.java;

import io.quarkiverse.volo.codegen.model.Annotations;

/**
 * Annotations that are there or not: {@code (volo.sensitive)}, which may also be written with {@code true} or {@code false}.
 */
final class Flag {

    private static final String OFF = "false";

    private Flag() {
    }

    /** Whatever is written there but "false" means yes: of two mistakes, that of hiding too much is the smaller. */
    static boolean isOn(Annotations annotations, String name) {
        return annotations.containsKey(name) && !OFF.equals(annotations.get(name));
    }
}
