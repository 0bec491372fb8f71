package io.quarkiverse.volo.codegen.proto;

import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaName;

/**
 * The Java type of a message.
 *
 * @param outermost the top-level type that it is, or is nested in
 * @param nested what follows: {@code .Order.Item}; empty if it is the top-level type
 * @param deprecated whether javac warns of its use
 */
record MessageType(JavaName outermost, String nested, boolean deprecated) {

    /** How to write it there. */
    String in(CompilationUnit unit) {
        if (deprecated) {
            unit.usesDeprecated();
        }
        return unit.use(outermost) + nested;
    }
}
