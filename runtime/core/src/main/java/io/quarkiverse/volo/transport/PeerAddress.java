package io.quarkiverse.volo.transport;

import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;

import io.netty.channel.Channel;
import io.netty.channel.unix.DomainSocketAddress;
import io.quarkiverse.volo.context.Address;

/** Where the other end of an accepted connection is. */
public final class PeerAddress {

    private PeerAddress() {
    }

    /**
     * Host and port of the peer. Who connects to a Unix domain socket has no address; that of the socket, which both ends
     * share, stands for it. {@code null} if nothing is known.
     */
    public static @Nullable Address of(Channel channel) {
        if (channel.remoteAddress() instanceof InetSocketAddress inet) {
            return Address.of(inet.getHostString(), inet.getPort());
        }
        Channel listening = channel.parent();
        return listening != null && listening.localAddress() instanceof DomainSocketAddress socket
                ? Address.ofUnixSocket(socket.path())
                : null;
    }
}
