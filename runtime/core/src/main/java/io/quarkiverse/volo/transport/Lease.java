package io.quarkiverse.volo.transport;

/** A wait for one of the {@link Connections}. */
public interface Lease {

    /** The callback has been called: nothing is left to cancel. */
    Lease OVER = () -> {
    };

    /**
     * Ends the wait: the callback is not called any more, and a connection on its way goes to somebody else. Does nothing
     * once the callback was called. To be called on the event loop of who waits.
     */
    void cancel();
}
