package io.quarkiverse.volo.transport;

import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.impl.NetServerImpl;
import io.vertx.core.net.impl.SSLHelper;

/**
 * Vert.x' server that also offers ALPN names, which {@link NetServerOptions} has no room for. Everything else of TLS (SNI,
 * client certificates, {@code updateSSLOptions}) stays Vert.x'. With {@link ListeningVertx} and {@link RenewableTls}, the place
 * to change for Vert.x 5.
 */
final class ListeningServer extends NetServerImpl {

    private final SSLHelper tls;

    ListeningServer(VertxInternal vertx, NetServerOptions options, SSLHelper tls) {
        super(vertx, options);
        this.tls = tls;
    }

    @Override
    protected SSLHelper createSSLHelper() {
        return tls;
    }
}
