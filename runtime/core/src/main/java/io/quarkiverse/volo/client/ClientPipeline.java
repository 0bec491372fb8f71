package io.quarkiverse.volo.client;

import io.quarkiverse.volo.context.RpcMethod;
import io.quarkiverse.volo.layer.retry.RetryLayer;
import io.quarkiverse.volo.layer.timeout.TimeoutLayer;
import io.quarkiverse.volo.loadbalance.LoadBalanceLayer;
import io.quarkiverse.volo.service.Layers;
import io.quarkiverse.volo.service.Service;

/**
 * A client's call, top to bottom.
 *
 * <ol>
 * <li>The generated client makes a {@link ClientCall}: cold, nothing happens before it is subscribed to.
 * <li>Each subscription is a {@link RunningCall}: it moves to the call's event loop, makes the context, and brings the reply
 * back to the caller's Vert.x context.
 * <li>{@link #assemble} lists what the call passes on the way to the wire.
 * <li>The innermost service belongs to the protocol: it leases a connection, writes the request and reads the reply.
 * </ol>
 */
public final class ClientPipeline {

    private ClientPipeline() {
    }

    /** A client call passes these in order; the reply passes them back. */
    static <Q, R> Service<Q, R> assemble(ClientOptions options, Service<Q, R> wire) {
        LoadBalanceLayer balancing = new LoadBalanceLayer(options.discovery(), options.balancer());
        return new Layers()
                .thenAll(options.outerLayers())
                .then(new TimeoutLayer(options.timeout(), options.timeoutHint()))
                .then(new RetryLayer(balancing::otherThan, !options.innerLayers().isEmpty()))
                .then(balancing)
                .thenAll(options.innerLayers())
                .around(wire);
    }

    /** Prepares one method of a client. */
    public static <Q, R> ClientMethod<Q, R> prepare(RpcMethod method, ClientOptions options, CallLoops loops,
            Service<Q, R> wire) {
        return new PreparedMethod<>(method, assemble(options, wire), loops, options.caller(), options.callee());
    }
}
