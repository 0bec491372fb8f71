package io.quarkiverse.volo.thrift.server;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;

/**
 * Serves Thrift on the connections that its {@link ThriftProtocol} is given. Its routes may be swapped at any time: requests
 * that are decoded afterwards take the new ones, on connections that are open already as well.
 */
public final class ThriftServer {

    private final ThriftServerOptions options;
    private final ConcurrentMap<EventLoop, LoopMessages> messages = new ConcurrentHashMap<>();
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
