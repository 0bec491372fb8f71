package io.quarkiverse.volo.codegen.input;

/** An included file is somewhere, but cannot be had; the message is for the user. */
public final class IncludeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with the file that was found */
    public IncludeException(String message) {
        super(message);
    }

    /** @param message what is wrong with the file that was found */
    public IncludeException(String message, Throwable cause) {
        super(message, cause);
    }
}
