package io.quarkiverse.volo.codegen.compatibility;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Annotations;

/** What a struct or an enum reserves: what is gone should be reserved, and what is reserved not used again. */
final class ReservedRule {

    private final String kind;
    private final String what;
    private final Reserved before;
    private final Reserved now;
    private final Findings findings;

    /** @param what has the numbers: {@code id} or {@code number} */
    ReservedRule(String kind, String what, Annotations before, Annotations now, Findings findings) {
        this.kind = kind;
        this.what = what;
        this.before = Reserved.of(before);
        this.now = Reserved.of(now);
        this.findings = findings;
    }

    /** The annotations themselves. */
    void annotations(Location place, String subject) {
        now.mistakes().forEach(mistake -> findings.wire(place, subject,
                Reserved.NAME + ": '" + mistake + "' (expected: numbers and ranges, such as \"3, 7-9\")"));
        before.missingIn(now).forEach(range -> findings.wire(place, subject, what + " " + range + " is not reserved any more"));
    }

    /** Something new; earlier messages may use its number for what is gone. */
    void added(long number, Location place, String subject) {
        if (before.contains(number) || now.contains(number)) {
            findings.wire(place, subject, what + " " + number + " is reserved");
        }
    }

    /** Something gone. */
    void removed(long number, Location place, String subject) {
        if (now.contains(number)) {
            findings.gone(Severity.SOURCE, place, subject, "removed");
            return;
        }
        findings.gone(Severity.WIRE, place, subject, "removed, and its " + what + " may be used again (expected: ("
                + Reserved.NAME + " = \"" + number + "\") behind the " + kind + ")");
    }
}
