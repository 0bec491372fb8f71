package io.quarkiverse.volo.peers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.volo.VoloServerStarted;

/** Knows the port of this application's own server. */
@Singleton
class OwnServer {

    private int port;

    void started(@Observes VoloServerStarted server) {
        port = server.port();
    }

    int port() {
        return port;
    }
}
