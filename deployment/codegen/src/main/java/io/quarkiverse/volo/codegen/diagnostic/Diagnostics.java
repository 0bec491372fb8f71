package io.quarkiverse.volo.codegen.diagnostic;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything that is wrong in one run, so that all of it is told together. For one thread. */
public final class Diagnostics {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::location);

    private final Set<Diagnostic> errors = new LinkedHashSet<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();

    /** Records an error outside of any definition. */
    public void error(Location location, String message) {
        error(location, message, "");
    }

    /** Records an error in a definition, such as {@code struct User}. */
    public void error(Location location, String message, String context) {
        errors.add(new Diagnostic(location, message, context));
    }

    /** Records something that compiles but is doubtful. */
    public void warning(Location location, String message, String context) {
        warnings.add(new Diagnostic(location, message, context));
    }

    /** Whether nothing may be generated. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** All errors, in the order of files and lines. */
    public List<Diagnostic> errors() {
        return errors.stream().sorted(BY_PLACE).toList();
    }

    /** All warnings, in the order of files and lines. */
    public List<Diagnostic> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }
}
