package io.quarkiverse.volo.codegen.compatibility;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Collects findings; each is told once, whichever ways lead to it. */
final class Findings {

    private final Set<Finding> all = new LinkedHashSet<>();

    /** Of something that is there still, or is new. */
    void add(Severity severity, Location place, String subject, String message) {
        all.add(new Finding(severity, place, false, subject, message));
    }

    void wire(Location place, String subject, String message) {
        add(Severity.WIRE, place, subject, message);
    }

    void source(Location place, String subject, String message) {
        add(Severity.SOURCE, place, subject, message);
    }

    /** Of something that has gone; the place is the earlier file's. */
    void gone(Severity severity, Location place, String subject, String message) {
        all.add(new Finding(severity, place, true, subject, message));
    }

    /** Takes those that break the wire from others. */
    void addWire(Findings others) {
        others.all.stream().filter(finding -> finding.severity() == Severity.WIRE).forEach(all::add);
    }

    List<Finding> sorted() {
        return all.stream().sorted().toList();
    }
}
