package io.quarkiverse.volo.codegen.syntax;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Leaves a definition that cannot be read; never leaves this package. */
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String problem;

    SyntaxException(Location location, String message) {
        super(message, null, false, false);
        this.location = location;
        this.problem = message;
    }

    Location location() {
        return location;
    }

    String problem() {
        return problem;
    }
}
