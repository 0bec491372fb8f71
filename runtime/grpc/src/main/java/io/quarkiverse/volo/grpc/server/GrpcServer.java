package io.quarkiverse.volo.grpc.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.server.RequestGate;
import io.quarkiverse.volo.transport.OpenConnections;
import io.vertx.core.Future;

/**
 * Serves gRPC on the connections that its {@link GrpcProtocol} is given. Its routes may be swapped at any time: requests that
 * begin afterwards take the new ones, on connections that are open already as well.
 */
public final class GrpcServer {

    private final GrpcServerOptions options;
    private final OpenConnections connections = new OpenConnections();
    private volatile GrpcRoutes routes = GrpcRoutes.NONE;
    private volatile @Nullable RequestGate gate;

    public GrpcServer(GrpcServerOptions options) {
        this.options = options;
    }

    /** Serves these methods, and no others, from the next request on. */
    public void routes(GrpcRoutes routes) {
        this.routes = Objects.requireNonNull(routes, "routes");
    }

    /** Lets each request pass this gate; {@code null}: none. */
    public void gate(@Nullable RequestGate gate) {
        this.gate = gate;
    }

    /**
     * Brings all connections to their end, and those that are still to come, without losing a call: peers are told to begin no
     * more calls here, those that they had begun before are served, and a connection is closed when nothing is under way on it.
     * Returns at once; by any thread.
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

    GrpcServerOptions options() {
        return options;
    }

    GrpcRoutes routes() {
        return routes;
    }

    @Nullable
    RequestGate gate() {
        return gate;
    }
}
