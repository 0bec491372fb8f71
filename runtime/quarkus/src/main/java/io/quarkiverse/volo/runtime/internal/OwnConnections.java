package io.quarkiverse.volo.runtime.internal;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.netty.channel.Channel;

/** Tells the server of dev mode which of its peers are the application's own clients. */
final class OwnConnections {

    private static final Set<SocketAddress> OPEN = ConcurrentHashMap.newKeySet();

    private OwnConnections() {
    }

    /** A client has opened a connection; noted down before its first request is sent, so the server cannot ask too early. */
    static void opened(Channel channel) {
        // Clients of a Unix domain socket have no address that would tell them apart.
        if (channel.localAddress() instanceof InetSocketAddress local) {
            OPEN.add(local);
            channel.closeFuture().addListener(closed -> OPEN.remove(local));
        }
    }

    static boolean contains(@Nullable SocketAddress peer) {
        return peer != null && OPEN.contains(peer);
    }
}
