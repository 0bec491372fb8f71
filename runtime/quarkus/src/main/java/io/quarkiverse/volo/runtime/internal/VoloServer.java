package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.server.RequestGate;
import io.quarkiverse.volo.thrift.server.ThriftProtocol;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.quarkiverse.volo.thrift.server.ThriftServer;
import io.quarkiverse.volo.transport.ConnectionLimit;
import io.quarkiverse.volo.transport.Listener;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkiverse.volo.transport.ProtocolProbe;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A port and what is served on it. */
final class VoloServer {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.server");

    /** Who has connected and said nothing may be about to; as long as a connection that says nothing is left when draining. */
    private static final long MOMENT_MILLIS = 100;

    private final Vertx vertx;
    private final ServerSettings settings;
    private final ThriftServer thrift;
    private final Listener listener;
    private volatile boolean draining;

    private VoloServer(Vertx vertx, ServerSettings settings, ThriftServer thrift, Listener listener) {
        this.vertx = vertx;
        this.settings = settings;
        this.thrift = thrift;
        this.listener = listener;
    }

    /**
     * Binds the port; returns when connections are accepted.
     *
     * @param gate held by each request before it is served; {@code null}: none
     * @throws ConfigurationException if the port cannot be bound, with the port and its key
     */
    static VoloServer listen(Vertx vertx, ServerSettings settings, ThriftRoutes routes, @Nullable RequestGate gate) {
        ThriftServer thrift = new ThriftServer(settings.thrift());
        thrift.gate(gate);
        thrift.routes(routes);
        // No class loader: Quarkus gives its threads the application's itself, a new one after each reload.
        ListenerOptions options = ListenerOptions.plaintext(settings.host(), settings.port(), null);
        try {
            Listener listener = StartupWait.await(Listener.listen(vertx, options,
                    new ConnectionLimit(settings.maxConnections(), " (key: quarkus.volo.server.max-connections)",
                            ProtocolProbe.initializer(List.of(new ThriftProtocol(thrift)), settings.handshakeTimeout()))));
            LOG.infof("Volo serves Thrift on %s:%d", settings.host(), listener.port());
            return new VoloServer(vertx, settings, thrift, listener);
        } catch (VoloException e) {
            throw new ConfigurationException(settings.portKey() + ": " + settings.port() + " (expected: a free port): "
                    + e.getMessage(), e);
        }
    }

    ServerSettings settings() {
        return settings;
    }

    void routes(ThriftRoutes routes) {
        thrift.routes(routes);
    }

    /** The port that it listens on. */
    int port() {
        return listener.port();
    }

    /** Where this process reaches the server. */
    Address localAddress() {
        String host = settings.host();
        return Address.of(host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host, port());
    }

    /**
     * Closes the port and lets the connections come to their end; see {@link ThriftServer#drain}. Completes when there is none
     * any more. By any thread.
     */
    Future<Void> drain() {
        draining = true;
        thrift.drain();
        return listener.stopAccepting()
                .compose(stopped -> vertx.timer(MOMENT_MILLIS))
                .compose(moment -> thrift.connectionsClosed())
                .onSuccess(closed -> draining = false);
    }

    /** Closes the port and all connections; returns when they are closed. */
    void close() {
        if (draining) {
            tellOfCalls(StartupWait.await(thrift.callsUnderWay()));
        }
        StartupWait.await(listener.close());
    }

    private static void tellOfCalls(int cut) {
        if (cut > 0) {
            LOG.warnf("Volo cuts %d calls that did not end within quarkus.shutdown.timeout", cut);
        }
    }
}
