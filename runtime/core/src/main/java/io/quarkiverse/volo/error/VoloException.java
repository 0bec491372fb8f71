package io.quarkiverse.volo.error;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A call that failed for a reason other than one that its IDL declares. Tells the {@linkplain #kind() kind}, and whether the
 * request is {@linkplain #isUnprocessed() known not to have been processed}; the cause is always kept.
 */
public class VoloException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final boolean unprocessed;

    /** A failure after which the peer may have processed the request. */
    public VoloException(ErrorKind kind, String message, @Nullable Throwable cause) {
        this(kind, message, cause, false);
    }

    /**
     * @param unprocessed whether the request provably never reached the peer's service, so that sending it again is safe for
     *        any method
     */
    public VoloException(ErrorKind kind, String message, @Nullable Throwable cause, boolean unprocessed) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.unprocessed = unprocessed;
    }

    /** Why the call failed. */
    public final ErrorKind kind() {
        return kind;
    }

    /** Whether the request provably never reached the peer's service: it may be sent again whatever the method does. */
    public final boolean isUnprocessed() {
        return unprocessed;
    }
}
