package io.quarkiverse.volo.thrift.server;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.server.RequestGate;
import io.quarkiverse.volo.transport.OpenConnections;
import io.vertx.core.Future;

/**
 * Serves Thrift on the connections that its {@link ThriftProtocol} is given. Its routes may be swapped at any time: requests
 * that are decoded afterwards take the new ones, on connections that are open already as well.
 */
public final class ThriftServer {

    private final ThriftServerOptions options;
    private final ConcurrentMap<EventLoop, LoopMessages> messages = new ConcurrentHashMap<>();
    private final OpenConnections connections = new OpenConnections();
    private volatile ThriftRoutes routes = ThriftRoutes.NONE;
    private volatile @Nullable RequestGate gate;

    public ThriftServer(ThriftServerOptions options) {
        this.options = options;
    }

    /** Serves these methods, and no others, from the next request on. */
    public void routes(ThriftRoutes routes) {
        this.routes = Objects.requireNonNull(routes, "routes");
    }

    /** Lets each request pass this gate; {@code null}: none. */
    public void gate(@Nullable RequestGate gate) {
        this.gate = gate;
    }

    /**
     * Brings all connections to their end, and those that are still to come, without losing a call: replies with a TTHeader say
     * that their connection must not be used again, requests that arrive are served, and a connection is closed when nothing is
     * under way on it. Of a peer that cannot be told, a request may be lost that is on its way just then. Returns at once; by
     * any thread.
     */
    public void drain() {
        connections.drain();
    }

    /** Completes as soon as no connection is open, which must be asked after the last was accepted. */
    public Future<Void> connectionsClosed() {
        return connections.allClosed();
    }

    /**
     * How many calls have not been answered, and how many threads go on at calls that have been. The event loops are asked; by
     * any other thread.
     */
    public Future<Integer> callsUnderWay() {
        return connections.callsUnderWay();
    }

    OpenConnections connections() {
        return connections;
    }

    ThriftServerOptions options() {
        return options;
    }

    LoopMessages messages(EventLoop loop) {
        return messages.computeIfAbsent(loop, any -> new LoopMessages(options));
    }

    ThriftRoutes routes() {
        return routes;
    }

    @Nullable
    RequestGate gate() {
        return gate;
    }
}
