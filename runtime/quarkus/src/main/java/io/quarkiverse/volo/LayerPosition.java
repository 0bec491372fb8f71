package io.quarkiverse.volo;

/** Where a client's layer stands. On a server both are the same: nothing is tried twice there. */
public enum LayerPosition {

    /** Outside of timeout and retries: the layer sees one call, however many attempts it takes. */
    CALL,

    /** Inside of them: the layer sees each attempt, with the instance that was picked for it. */
    ATTEMPT
}
