package io.quarkiverse.volo.codegen;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A failure of the compiler itself, told as an error like any other: users get no stack trace. */
final class OwnFailure {

    private static final String ISSUES = "https://github.com/quarkiverse/quarkus-volo/issues";

    private OwnFailure() {
    }

    /** @param file that was at work */
    static Diagnostic diagnostic(Throwable failure, Location file) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new Diagnostic(file, "the IDL compiler failed here: " + failure + place
                + "; this is an error in quarkus-volo, please report it with this file: " + ISSUES, "");
    }
}
