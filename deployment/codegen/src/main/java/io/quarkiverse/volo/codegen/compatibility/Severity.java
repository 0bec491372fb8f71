package io.quarkiverse.volo.codegen.compatibility;

import java.util.Locale;

/** Whom a change breaks; what breaks the wire comes first. */
public enum Severity {

    /** Programs of the earlier and of this version misunderstand or refuse each other's messages. */
    WIRE,

    /** Messages are understood, but code that was written for the earlier version does not compile, or means something else. */
    SOURCE;

    /** As messages name it. */
    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
