package io.quarkiverse.volo.transport;

/**
 * A connection that serves many calls at once, of a {@link MultiplexPool}. {@link #isReusable()} says whether there is room for
 * one more call. Used on its event loop only.
 */
public interface SharedConnection extends PooledConnection {

    /**
     * Takes no more calls from now on, and closes when those under way have ended. What closes takes none either; so does what
     * is not to be used any more, for its age or as the peer said so, of its own accord.
     */
    void drain();

    /** Whether it takes no more calls, now or later. */
    boolean isDraining();

    /** For how long it has had no call, in nanoseconds; 0 if it has one. */
    long unusedNanos();

    /**
     * Said once, before the first call.
     *
     * @param changed run when there may be room again, and when it drains
     */
    void onChange(Runnable changed);
}
