package io.quarkiverse.volo.transport;

/** A wait for a connection of a {@link ConnectionPool}. */
public interface Lease {

    /**
     * Ends the wait: the callback is not called any more, and a connection on its way goes to somebody else. Does nothing
     * once the callback was called. May be called at any time, from any thread.
     */
    void cancel();
}
