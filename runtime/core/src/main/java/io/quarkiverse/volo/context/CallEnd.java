package io.quarkiverse.volo.context;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * How a call ended.
 *
 * @param outcome what the caller got
 * @param failure why it failed; {@code null} unless it failed
 */
public record CallEnd(Outcome outcome, @Nullable Throwable failure) {

    private static final CallEnd SUCCESS = new CallEnd(Outcome.SUCCESS, null);
    private static final CallEnd CANCELLED = new CallEnd(Outcome.CANCELLED, null);

    /** The end of a call that was answered. */
    public static CallEnd success() {
        return SUCCESS;
    }

    /** The end of a call that its caller gave up. */
    public static CallEnd cancelled() {
        return CANCELLED;
    }

    /** The end of a call that failed. */
    public static CallEnd failure(Throwable failure) {
        return new CallEnd(Outcome.FAILURE, failure);
    }

    /** The kind of the failure; {@code null} if there was none, or if it is an exception that the IDL declares. */
    public @Nullable ErrorKind kind() {
        return failure instanceof VoloException volo ? volo.kind() : null;
    }
}
