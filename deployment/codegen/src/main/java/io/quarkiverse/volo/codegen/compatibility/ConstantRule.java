package io.quarkiverse.volo.codegen.compatibility;

import io.quarkiverse.volo.codegen.model.Constant;

/** A constant: no message carries it, but code uses it, and counts on its type and value. */
final class ConstantRule {

    private final TypeRule types;
    private final Findings findings;

    ConstantRule(TypeRule types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    void compare(Constant was, Constant is) {
        if (types.broken(was.type(), is.type()) != null) {
            findings.source(is.location(), was.name(), TypeText.change(was.type(), is.type()));
            return;
        }
        String before = ValueText.of(was.value());
        String now = ValueText.of(is.value());
        if (!before.equals(now)) {
            findings.source(is.location(), was.name(),
                    "value " + ValueText.shortened(now) + " (was " + ValueText.shortened(before) + ")");
        }
    }
}
