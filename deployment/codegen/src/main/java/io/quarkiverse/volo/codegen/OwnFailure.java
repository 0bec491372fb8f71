package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/** A failure of the compiler itself, told as an error like any other: users get no stack trace. */
final class OwnFailure {

    private static final String ISSUES = "https://github.com/quarkiverse/quarkus-volo/issues";

    private OwnFailure() {
    }

    /** A run of the compiler. */
    interface Run<T> {

        T run() throws CompilationException, IOException;
    }

    /** Runs the compiler; what no one foresaw becomes an error of the file that is at work then. */
    static <T> T told(Diagnostics diagnostics, Run<T> compiler) throws CompilationException, IOException {
        return told(diagnostics, "Thrift IDL", compiler);
    }

    /** @param where what the files are, for messages */
    static <T> T told(Diagnostics diagnostics, String where, Run<T> compiler) throws CompilationException, IOException {
        try {
            return compiler.run();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (RuntimeException | StackOverflowError failure) {
            throw new CompilationException(List.of(diagnostic(failure, diagnostics.current())), where);
        }
    }

    private static Diagnostic diagnostic(Throwable failure, Location file) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new Diagnostic(file, "the IDL compiler failed here: " + failure + place
                + "; this is an error in quarkus-volo, please report it with this file: " + ISSUES, "");
    }
}
