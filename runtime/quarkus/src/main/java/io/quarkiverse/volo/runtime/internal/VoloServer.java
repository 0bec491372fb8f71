package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.server.GrpcProtocol;
import io.quarkiverse.volo.grpc.server.GrpcServer;
import io.quarkiverse.volo.grpc.server.WebProtocol;
import io.quarkiverse.volo.server.RequestGate;
import io.quarkiverse.volo.thrift.server.ThriftProtocol;
import io.quarkiverse.volo.thrift.server.ThriftServer;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.ConnectionLimit;
import io.quarkiverse.volo.transport.Listener;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkiverse.volo.transport.Protocol;
import io.quarkiverse.volo.transport.ProtocolProbe;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
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
    private final GrpcServer grpc;
    private final Listener listener;
    private final @Nullable Listener unixListener;
    private volatile boolean draining;

    private VoloServer(Vertx vertx, ServerSettings settings, ThriftServer thrift, GrpcServer grpc, Listener listener,
            @Nullable Listener unixListener) {
        this.vertx = vertx;
        this.settings = settings;
        this.thrift = thrift;
        this.grpc = grpc;
        this.listener = listener;
        this.unixListener = unixListener;
    }

    /**
     * Binds the port, and the Unix domain socket if one is configured; returns when connections are accepted.
     *
     * @param tls the certificates, where the settings want TLS
     * @param gate held by each request before it is served; {@code null}: none
     * @throws ConfigurationException if the port or the socket cannot be bound, with its key
     */
    static VoloServer listen(Vertx vertx, ServerSettings settings, @Nullable TlsConfiguration tls, Routes routes,
            @Nullable RequestGate gate) {
        ThriftServer thrift = new ThriftServer(settings.thrift());
        GrpcServer grpc = new GrpcServer(settings.grpc());
        thrift.gate(gate);
        grpc.gate(gate);
        thrift.routes(routes.thrift());
        grpc.routes(routes.grpc());
        // One for both: it counts the connections.
        ConnectionInitializer connections = new ConnectionLimit(settings.maxConnections(),
                " (key: quarkus.volo.server.max-connections)",
                ProtocolProbe.initializer(protocols(thrift, grpc, settings), settings.handshakeTimeout()));
        Listener unixListener = listenOnUnixSocket(vertx, settings.unixSocket(), connections);
        try {
            Listener listener = StartupWait.await(Listener.listen(vertx, listening(settings, tls), connections));
            LOG.infof("Volo serves Thrift and gRPC on %s:%d%s%s", settings.host(), listener.port(),
                    tls == null ? "" : " with TLS", unixListener == null ? "" : " and " + settings.unixSocket());
            return new VoloServer(vertx, settings, thrift, grpc, listener, unixListener);
        } catch (VoloException e) {
            if (unixListener != null) {
                StartupWait.await(unixListener.close());
            }
            throw new ConfigurationException(settings.portKey() + ": " + settings.port() + " (expected: a free port): "
                    + e.getMessage(), e);
        }
    }

    /** No class loader: Quarkus gives its threads the application's itself, a new one after each reload. */
    private static ListenerOptions listening(ServerSettings settings, @Nullable TlsConfiguration tls) {
        return tls == null || settings.tls() == null
                ? ListenerOptions.plaintext(settings.host(), settings.port(), null)
                : settings.tls().listening(settings.host(), settings.port(), tls);
    }

    private static List<Protocol> protocols(ThriftServer thrift, GrpcServer grpc, ServerSettings settings) {
        List<Protocol> protocols = new ArrayList<>(List.of(new ThriftProtocol(thrift), new GrpcProtocol(grpc)));
        if (settings.grpc().web() != null) {
            protocols.add(new WebProtocol(grpc));
        }
        return protocols;
    }

    private static @Nullable Listener listenOnUnixSocket(Vertx vertx, @Nullable Address socket,
            ConnectionInitializer connections) {
        if (socket == null) {
            return null;
        }
        String missing = NativeTransport.missingFor(ServerSettings.UNIX_SOCKET_KEY, socket, vertx);
        if (missing != null) {
            throw new ConfigurationException(missing);
        }
        try {
            return StartupWait.await(Listener.listen(vertx, ListenerOptions.unixSocket(socket, null), connections));
        } catch (VoloException e) {
            throw new ConfigurationException(ServerSettings.UNIX_SOCKET_KEY + ": " + e.getMessage()
                    + " (expected: a path that nobody uses, in a directory that can be written to)", e);
        }
    }

    ServerSettings settings() {
        return settings;
    }

    void routes(Routes routes) {
        thrift.routes(routes.thrift());
        grpc.routes(routes.grpc());
    }

    /** Has connections that are accepted from now on use these certificates; those that are open stay. */
    Future<Void> updateTls(TlsConfiguration tls) {
        return listener.updateTls(tls.getSSLOptions());
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
     * Closes the port and the Unix domain socket, and lets the connections come to their end; see {@link ThriftServer#drain}
     * and {@link GrpcServer#drain}. Completes when there is none any more. By any thread.
     */
    Future<Void> drain() {
        draining = true;
        thrift.drain();
        grpc.drain();
        return stopAccepting()
                .compose(stopped -> vertx.timer(MOMENT_MILLIS))
                .compose(moment -> Future.join(thrift.connectionsClosed(), grpc.connectionsClosed()).<Void> mapEmpty())
                .onSuccess(closed -> draining = false);
    }

    private Future<Void> stopAccepting() {
        return unixListener == null ? listener.stopAccepting()
                : Future.join(listener.stopAccepting(), unixListener.stopAccepting()).mapEmpty();
    }

    /** Closes the port, the Unix domain socket and all connections; returns when they are closed. */
    void close() {
        if (draining) {
            tellOfCalls(StartupWait.await(thrift.callsUnderWay()) + StartupWait.await(grpc.callsUnderWay()));
        }
        if (unixListener != null) {
            StartupWait.await(unixListener.close());
        }
        StartupWait.await(listener.close());
    }

    private static void tellOfCalls(int cut) {
        if (cut > 0) {
            LOG.warnf("Volo cuts %d calls that did not end within quarkus.shutdown.timeout", cut);
        }
    }
}
