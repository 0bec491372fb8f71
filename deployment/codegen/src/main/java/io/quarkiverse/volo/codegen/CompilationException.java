package io.quarkiverse.volo.codegen;

import java.util.List;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostic;
import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;

/** IDL files are wrong: all that is wrong with them, in the order of files and lines. Nothing was written or removed. */
public final class CompilationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> errors;

    CompilationException(List<Diagnostic> errors) {
        this(errors, "Thrift IDL");
    }

    CompilationException(List<Diagnostic> errors, String where) {
        super(Diagnostics.text(errors, where));
        this.errors = List.copyOf(errors);
    }

    /** All errors; {@link #getMessage()} is the same as text. */
    public List<Diagnostic> errors() {
        return errors;
    }
}
