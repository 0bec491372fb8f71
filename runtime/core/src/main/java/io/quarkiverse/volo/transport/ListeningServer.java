package io.quarkiverse.volo.transport;

import java.util.List;

import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.impl.NetServerImpl;
import io.vertx.core.net.impl.SSLHelper;

/**
 * Vert.x' server that also offers ALPN names, which {@link NetServerOptions} has no room for. Everything else of TLS (SNI,
 * client certificates, {@code updateSSLOptions}) stays Vert.x'. With {@link ListeningVertx}, the place to change for Vert.x 5.
 */
final class ListeningServer extends NetServerImpl {

    private final List<String> applicationProtocols;

    ListeningServer(VertxInternal vertx, NetServerOptions options, List<String> applicationProtocols) {
        super(vertx, options);
        this.applicationProtocols = applicationProtocols;
    }

    @Override
    protected SSLHelper createSSLHelper() {
        return new SSLHelper(options, applicationProtocols.isEmpty() ? null : applicationProtocols);
    }
}
