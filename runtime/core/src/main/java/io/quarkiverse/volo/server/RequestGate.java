package io.quarkiverse.volo.server;

import java.net.SocketAddress;

import org.jspecify.annotations.Nullable;

/**
 * Holds requests back until the server may serve them; dev mode uses it to look for changed sources first. Each request passes
 * it before its route is looked up.
 */
@FunctionalInterface
public interface RequestGate {

    /**
     * @param peer who sent the request; null if it has hung up since
     * @param proceed to be run exactly once, by any thread, when the request may go on; requests behind it on the same
     *        connection wait
     */
    void enter(@Nullable SocketAddress peer, Runnable proceed);
}
