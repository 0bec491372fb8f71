package io.quarkiverse.volo.runtime.internal;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.discovery.Discovery;

/**
 * Whom a client calls.
 *
 * @param ownServer whether it is the application's own server
 * @param serverName whom TLS is to ask for where the discovery tells IP addresses; {@code null}: an address says it itself
 */
record Callee(Discovery discovery, boolean ownServer, @Nullable String serverName) {

    /** One that is called as its addresses say. */
    static Callee at(Discovery discovery) {
        return new Callee(discovery, false, null);
    }
}
