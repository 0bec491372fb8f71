package io.quarkiverse.volo.thrift.stub;

import org.jspecify.annotations.Nullable;

/** What every exception generated from an IDL extends. Unchecked; a method's IDL says which of them it may answer. */
public abstract class DeclaredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected DeclaredException(@Nullable String message) {
        super(message);
    }
}
