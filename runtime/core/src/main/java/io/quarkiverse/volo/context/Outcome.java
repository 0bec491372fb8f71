package io.quarkiverse.volo.context;

/** How a call ended. */
public enum Outcome {

    /** With a reply, or with the end of the reply's stream. */
    SUCCESS,

    /** With an error, a declared exception included. */
    FAILURE,

    /** The caller gave it up. */
    CANCELLED
}
