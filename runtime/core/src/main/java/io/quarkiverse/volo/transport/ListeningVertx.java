package io.quarkiverse.volo.transport;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.netty.channel.ServerChannel;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.core.net.impl.ServerID;
import io.vertx.core.net.impl.TCPServerBase;
import io.vertx.core.spi.transport.Transport;

/**
 * Vert.x as the servers of one {@link Listener} see it. Vert.x keeps the listening channel to itself, and lets every
 * {@code NetServer} of the same host and port share one socket. Here the listening channel can be had, and only servers of
 * the same listener share: a second listener on the same port fails as it should.
 */
final class ListeningVertx extends VertxWrapper {

    // Guarded by itself: TCPServerBase synchronizes on what sharedTCPServers returns.
    private final Map<ServerID, TCPServerBase> servers = new HashMap<>();
    private final ListeningTransport transport;

    ListeningVertx(VertxInternal delegate) {
        super(delegate);
        transport = new ListeningTransport(delegate.transport());
    }

    /** The channel that accepts; null before the first bind. */
    @Nullable
    ServerChannel listeningChannel() {
        return transport.listeningChannel();
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    @SuppressWarnings("unchecked") // one listener has servers of one type only
    public <S extends TCPServerBase> Map<ServerID, S> sharedTCPServers(Class<S> type) {
        return (Map<ServerID, S>) servers;
    }
}
