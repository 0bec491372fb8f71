package io.quarkiverse.volo.codegen.syntax;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Bounds how deep types and values nest, so that no file can overflow the stack. */
final class Nesting {

    static final int DEEPEST = 64;

    private int depth;

    void enter(Location location) throws SyntaxException {
        if (++depth > DEEPEST) {
            throw new SyntaxException(location, "nested deeper than " + DEEPEST + " levels");
        }
    }

    void leave() {
        depth--;
    }
}
