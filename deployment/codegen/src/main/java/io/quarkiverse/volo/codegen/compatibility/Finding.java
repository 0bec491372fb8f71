package io.quarkiverse.volo.codegen.compatibility;

import java.util.Comparator;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * A change that breaks someone.
 *
 * @param severity whom
 * @param place in the file as it is now; of what is gone, in the file as it was
 * @param gone whether the place is one in the earlier file
 * @param subject what has changed, by its earlier name: {@code User}, {@code User.name}, {@code Users.get},
 *        {@code Users.get.id}
 * @param message what it is now and what it was
 */
public record Finding(Severity severity, Location place, boolean gone, String subject,
        String message) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    /** By place. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** Whether the user has named it, or the definition or method that it belongs to. */
    public boolean isOf(String name) {
        return subject.equals(name) || subject.startsWith(name + ".");
    }

    /** On one line: {@code user.thrift:7:3: wire: User.id: type i64 (was i32)}. */
    @Override
    public String toString() {
        return place + (gone ? " (earlier version): " : ": ") + severity.shown() + ": " + subject + ": " + message;
    }
}
