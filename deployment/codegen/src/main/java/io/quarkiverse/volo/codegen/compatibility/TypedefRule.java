package io.quarkiverse.volo.codegen.compatibility;

import io.quarkiverse.volo.codegen.model.Typedef;

/** A typedef: its uses in these files are told where they are; files of others may use it, too. */
final class TypedefRule {

    private final TypeRule types;
    private final Findings findings;

    TypedefRule(TypeRule types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    void compare(Typedef was, Typedef is) {
        Severity severity = types.broken(was.use().type(), is.use().type());
        if (severity != null) {
            findings.add(severity, is.location(), was.name().name(),
                    TypeText.change(was.use().type(), is.use().type()));
        }
    }
}
