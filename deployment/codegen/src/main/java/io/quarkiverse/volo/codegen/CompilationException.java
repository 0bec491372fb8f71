package io.quarkiverse.volo.codegen;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;

/** IDL files are wrong: all that is wrong with them, in the order of files and lines. Nothing was written or removed. */
public final class CompilationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> errors;

    CompilationException(List<Diagnostic> errors) {
        super(text(errors));
        this.errors = List.copyOf(errors);
    }

    private static String text(List<Diagnostic> errors) {
        String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        return errors.stream().map(Diagnostic::toString).collect(Collectors.joining("\n", count + " in Thrift IDL:\n", ""));
    }

    /** All errors; {@link #getMessage()} is the same as text. */
    public List<Diagnostic> errors() {
        return errors;
    }
}
