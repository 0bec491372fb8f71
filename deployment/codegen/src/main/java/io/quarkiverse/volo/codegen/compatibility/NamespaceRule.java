package io.quarkiverse.volo.codegen.compatibility;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Document;

/** The Java package of a file, however it is written. */
final class NamespaceRule {

    private final Findings findings;

    NamespaceRule(Findings findings) {
        this.findings = findings;
    }

    void compare(Document was, Document is) {
        if (!was.javaPackage().equals(is.javaPackage())) {
            findings.source(new Location(is.file(), 1, 1), is.file(),
                    "Java package " + is.javaPackage() + " (was " + was.javaPackage() + ")");
        }
    }
}
