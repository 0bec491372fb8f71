package io.quarkiverse.volo.transport;

import java.util.IdentityHashMap;

import org.jboss.logging.Logger;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.SSLOptions;

/**
 * Dials peers, each connection on the event loop that the caller names. Does not share or keep connections; that is what
 * {@link ConnectionPool} is for. Thread-safe.
 */
public final class Connector {

    static final Logger LOG = Logger.getLogger(Connector.class);

    private final NetClient client;
    private final ConnectorOptions options;
    private final ConnectionInitializer initializer;
    // Written by the constructor only.
    private final IdentityHashMap<EventLoop, ContextInternal> contexts = new IdentityHashMap<>();

    /**
     * @param vertx whose event loops connections live on, and whose resolver and transport are used
     * @param initializer called for each connection, on its event loop, before it is handed over
     */
    public Connector(Vertx vertx, ConnectorOptions options, ConnectionInitializer initializer) {
        this.client = vertx.createNetClient(options.client());
        this.options = options;
        this.initializer = (channel, context) -> {
            options.opened().accept(channel);
            initializer.initialize(channel, context);
        };
        var internal = (VertxInternal) vertx;
        for (EventExecutor loop : internal.getEventLoopGroup()) {
            contexts.put((EventLoop) loop, internal.createEventLoopContext((EventLoop) loop, null, options.classLoader()));
        }
    }

    /**
     * Connects, within the connect timeout. May be called from any thread. A failure is of kind {@link ErrorKind#CONNECT},
     * known not to have been processed, and names the address, the time taken, the limit and the cause.
     *
     * @param loop the event loop that the connection shall live on, one of the Vert.x instance's
     * @param callback told the outcome exactly once, on that loop
     * @throws IllegalArgumentException if the loop is not one of the Vert.x instance's
     */
    public void connect(Address address, EventLoop loop, ConnectionCallback<Channel> callback) {
        ContextInternal context = contexts.get(loop);
        if (context == null) {
            throw new IllegalArgumentException("event loop: " + loop + " (expected: one of the Vert.x instance's)");
        }
        new Dial(address, context, options, initializer, callback).start(client);
    }

    /** Has connections that are made from now on use other certificates; those that are open stay. */
    public Future<Void> updateTls(SSLOptions tls) {
        return client.updateSSLOptions(tls).mapEmpty();
    }

    /** Closes all connections; those still being dialed, and later ones, fail. */
    public Future<Void> close() {
        return client.close();
    }
}
