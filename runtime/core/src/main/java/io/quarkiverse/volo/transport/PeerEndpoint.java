package io.quarkiverse.volo.transport;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.quarkiverse.volo.context.Endpoint;

/** The other end of an accepted connection, as far as the connection tells. */
public final class PeerEndpoint {

    private PeerEndpoint() {
    }

    /** Its address and, if the connection is encrypted, its TLS session, whose handshake is over. */
    public static Endpoint of(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return new Endpoint("", PeerAddress.of(channel), tls == null ? null : tls.engine().getSession());
    }
}
