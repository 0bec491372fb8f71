package io.quarkiverse.volo.codegen.diagnostic;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects everything that is wrong in one run, so that all of it is told together. For one thread. */
public final class Diagnostics {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::location);

    /** More do not help anyone; without a bound, a file of garbage would take memory for each of its characters. */
    static final int MOST = 1_000;

    private final Set<Diagnostic> errors = new LinkedHashSet<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();
    private Location current = new Location("Thrift IDL", 1, 1);

    /** Records an error outside of any definition. */
    public void error(Location location, String message) {
        error(location, message, "");
    }

    /** Records an error in a definition, such as {@code struct User}. */
    public void error(Location location, String message, String context) {
        add(errors, new Diagnostic(location, message, context));
    }

    /** Records something that compiles but is doubtful. */
    public void warning(Location location, String message, String context) {
        add(warnings, new Diagnostic(location, message, context));
    }

    private static void add(Set<Diagnostic> all, Diagnostic one) {
        if (all.size() < MOST) {
            all.add(one);
        } else if (all.size() == MOST) {
            all.add(new Diagnostic(one.location(), "more than " + MOST + " such messages; the others are not shown", ""));
        }
    }

    /** Says which file is at work now: an error that nobody foresaw is reported for it. */
    public void workingOn(String file) {
        current = new Location(file, 1, 1);
    }

    /** Where a failure of the compiler itself happened, as near as is known. */
    public Location current() {
        return current;
    }

    /** Whether nothing may be generated. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether so much is wrong that hints, which take time to find, help nobody. */
    public boolean isHopeless() {
        return errors.size() > 100;
    }

    /** All errors, in the order of files and lines. */
    public List<Diagnostic> errors() {
        return errors.stream().sorted(BY_PLACE).toList();
    }

    /**
     * Errors as one text: how many there are, and each in lines of its own.
     *
     * @param where what they are in, such as {@code Thrift IDL}
     */
    public static String text(List<Diagnostic> errors, String where) {
        String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        return errors.stream().map(Diagnostic::toString)
                .collect(Collectors.joining("\n", count + " in " + where + ":\n", ""));
    }

    /** All warnings, in the order of files and lines. */
    public List<Diagnostic> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }
}
