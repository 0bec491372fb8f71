package io.quarkiverse.volo.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import org.jboss.logging.Logger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.impl.NetSocketInternal;

/**
 * One port on which every event loop of a Vert.x instance serves connections. One acceptor thread deals them out to the loops
 * in turn; a connection stays on its loop. Thread-safe.
 */
public final class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class);

    private final ListeningVertx vertx;
    private final ListenerOptions options;
    private final ConnectionInitializer initializer;
    /** One for all servers, as Vert.x has one of them accept for all. */
    private final RenewableTls tls;
    private final List<LoopServer> servers = new ArrayList<>();

    /** One server per event loop, because a Vert.x server serves on the loop that called its listen. */
    private record LoopServer(ContextInternal context, ListeningServer server) {
    }

    private Listener(VertxInternal vertx, ListenerOptions options, ConnectionInitializer initializer) {
        this.vertx = new ListeningVertx(vertx);
        this.options = options;
        this.initializer = initializer;
        this.tls = new RenewableTls(options.server(), options.applicationProtocols());
    }

    /**
     * Binds the port, or the Unix domain socket, and starts to accept. The file of such a socket is made now, instead of one
     * that a process has left behind that does not live any more, and removed when the listener is closed.
     *
     * @param initializer called for each connection, on its event loop
     * @return the listener once all event loops serve; a {@link VoloException} of kind {@link ErrorKind#UNAVAILABLE} that names
     *         host and port, or the socket, if it cannot be bound
     */
    public static Future<Listener> listen(Vertx vertx, ListenerOptions options, ConnectionInitializer initializer) {
        var listener = new Listener((VertxInternal) vertx, options, initializer);
        return listener.listen();
    }

    private Future<Listener> listen() {
        if (options.unixSocket() != null) {
            try {
                UnixSockets.makeRoom(vertx, Objects.requireNonNull(options.unixSocket().path()));
            } catch (IOException e) {
                return Future.failedFuture(bindFailed(e));
            }
        }
        int port = sharedPort(options.port());
        for (EventExecutor executor : vertx.getEventLoopGroup()) {
            servers.add(serverOn((EventLoop) executor));
        }
        List<Future<Void>> listens = servers.stream().map(server -> listen(server, port)).toList();
        return Future.join(listens)
                .map(listening -> surviveFailuresToAccept())
                .recover(cause -> closeServers().transform(closed -> Future.failedFuture(bindFailed(cause))));
    }

    private Listener surviveFailuresToAccept() {
        channel().pipeline().addLast(new AcceptFailures(options.where(port())));
        return this;
    }

    /** To Vert.x 0 means a port for each listen, and each negative number one free port for all that name it. */
    private static int sharedPort(int port) {
        return port == 0 ? -1 - ThreadLocalRandom.current().nextInt(Short.MAX_VALUE) : port;
    }

    private LoopServer serverOn(EventLoop loop) {
        ContextInternal context = vertx.createEventLoopContext(loop, null, options.classLoader());
        var server = new ListeningServer(vertx, options.server(), tls);
        server.connectHandler(socket -> accepted(context, (NetSocketInternal) socket));
        server.exceptionHandler(this::notAccepted);
        return new LoopServer(context, server);
    }

    /** With TLS, before a connection is the protocol's; whoever has asked for it may know nothing of why it failed. */
    private void notAccepted(Throwable failure) {
        Throwable cause = TlsFailure.unwrap(failure);
        if (cause instanceof NotSslRecordException) {
            LOG.infof("a connection to %s closed: plaintext on a port with TLS (expected: TLS)", options.where(port()));
        } else if (cause instanceof SSLException) {
            LOG.infof("a connection to %s closed: %s", options.where(port()), SocketFailure.describe(cause));
        } else {
            LOG.debugf("accepting on %s: %s", options.where(port()), SocketFailure.describe(cause));
        }
    }

    private Future<Void> listen(LoopServer server, int port) {
        Promise<Void> listening = server.context().promise();
        server.context().runOnContext(none -> options.listen(server.server(), port).<Void> mapEmpty().onComplete(listening));
        return listening.future();
    }

    private void accepted(ContextInternal context, NetSocketInternal socket) {
        Channel channel = socket.channelHandlerContext().channel();
        socket.exceptionHandler(failure -> LOG.debugf(failure, "connection from %s failed", channel.remoteAddress()));
        try {
            initializer.initialize(channel, context);
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection from %s closed: it could not be initialized", channel.remoteAddress());
            ChannelFuture unused = channel.close();
        }
    }

    private VoloException bindFailed(Throwable cause) {
        return new VoloException(ErrorKind.UNAVAILABLE,
                "cannot listen on " + options.where(options.port()) + ": " + SocketFailure.describe(cause), cause);
    }

    /** The host it was told to bind. */
    public String host() {
        return options.host();
    }

    /** The port it listens on: where 0 was asked for, the one it got. 0 of a Unix domain socket. */
    public int port() {
        return servers.get(0).server().actualPort();
    }

    /**
     * Closes the listening socket alone. Open connections go on being served; once the future completes, new ones are refused.
     * May be called twice.
     */
    public Future<Void> stopAccepting() {
        ServerChannel channel = channel();
        if (!channel.isOpen()) {
            return Future.succeededFuture();
        }
        Promise<Void> stopped = servers.get(0).context().promise();
        channel.close().addListener(closed -> afterNextSelect(channel.eventLoop(), stopped));
        return stopped.future();
    }

    private ServerChannel channel() {
        return Objects.requireNonNull(vertx.listeningChannel(), "listening channel");
    }

    /** The JDK closes a registered socket for good only in the next select; a task that is due at once runs after it. */
    private static void afterNextSelect(EventLoop acceptor, Promise<Void> stopped) {
        try {
            ScheduledFuture<?> unused = acceptor.schedule(() -> stopped.complete(), 0, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) { // Vert.x itself is closing
            stopped.complete();
        }
    }

    /**
     * Has connections use other certificates that are accepted once the future completes; those that are open stay, and none
     * is turned away meanwhile. What clients are asked for, and the protocols that are offered, stay as they were. If it fails,
     * what was before stays in use.
     */
    public Future<Void> updateTls(SSLOptions certificates) {
        LoopServer server = servers.get(0);
        return tls.load(certificates, server.context())
                .compose(loaded -> server.server().updateSSLOptions(certificates)).mapEmpty();
    }

    /** Closes the listening socket and all connections. May be called twice. */
    public Future<Void> close() {
        return stopAccepting().compose(stopped -> closeServers());
    }

    private Future<Void> closeServers() {
        List<Future<Void>> closes = servers.stream().map(Listener::close).toList();
        return Future.join(closes).mapEmpty();
    }

    private static Future<Void> close(LoopServer server) {
        Promise<Void> closed = server.context().promise();
        server.server().close(closed);
        return closed.future();
    }
}
