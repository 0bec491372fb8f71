package io.quarkiverse.volo.transport;

import io.quarkiverse.volo.error.VoloException;

/**
 * Waits for a connection. Exactly one of the methods is called, once, unless the wait is cancelled before.
 *
 * @param <T> a Netty channel, or what a protocol made of it
 */
public interface ConnectionCallback<T> {

    /** Here it is; it belongs to the callee from now on. */
    void connected(T connection);

    /** There is none: the request was not sent. */
    void failed(VoloException failure);
}
