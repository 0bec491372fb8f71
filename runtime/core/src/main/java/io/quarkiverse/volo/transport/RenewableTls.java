package io.quarkiverse.volo.transport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.impl.SSLHelper;
import io.vertx.core.net.impl.SslContextUpdate;

/**
 * The TLS of a listener's servers, whose certificates can be changed while clients connect. A Vert.x server that is told of new
 * ones forgets those before at once, and cuts who connects until the new ones are loaded; so they are loaded here before it is
 * told. Part of what is to be changed for Vert.x 5.
 */
final class RenewableTls extends SSLHelper {

    /** Complete, and bound to no context: who asks has it at once. */
    private volatile @Nullable Future<SslContextUpdate> loaded;

    /** @param applicationProtocols the ALPN names to offer, the preferred one first */
    RenewableTls(NetServerOptions options, List<String> applicationProtocols) {
        super(options, applicationProtocols.isEmpty() ? null : applicationProtocols);
    }

    /** Loads certificates for servers that are told of them once the future completes. */
    Future<Void> load(SSLOptions tls, ContextInternal context) {
        return super.updateSslContext(new SSLOptions(tls), true, context).compose(update -> {
            Throwable failure = update.error();
            if (failure != null) {
                return Future.failedFuture(failure);
            }
            loaded = Future.succeededFuture(update);
            return Future.succeededFuture();
        });
    }

    @Override
    public Future<SslContextUpdate> updateSslContext(SSLOptions options, boolean force, ContextInternal context) {
        Future<SslContextUpdate> ready = loaded;
        return ready == null ? super.updateSslContext(options, force, context) : ready;
    }
}
