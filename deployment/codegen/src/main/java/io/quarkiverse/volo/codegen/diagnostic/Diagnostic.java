package io.quarkiverse.volo.codegen.diagnostic;

/**
 * One thing that is wrong, or doubtful, in an IDL file.
 *
 * @param location where
 * @param message what, with the place it collides with where there is one
 * @param context the definition around it, such as {@code struct User}; empty outside of definitions
 */
public record Diagnostic(Location location, String message, String context) {

    /** {@code file:line:column: message}, and on a line of its own the definition around it. */
    @Override
    public String toString() {
        String text = location + ": " + message;
        return context.isEmpty() ? text : text + "\n  in " + context;
    }
}
