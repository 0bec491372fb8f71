package io.quarkiverse.volo.grpc.client;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.transport.Connections;
import io.smallrye.mutiny.Uni;

/**
 * The innermost service of a client's method: sends the request over one of the client's connections.
 *
 * @param <A> the request as a service sees it: a message, or a {@code Multi} of messages
 * @param <S> the reply as a service sees it: a message, or a {@code Multi} of messages
 */
record WireService<A, S>(GrpcMethod<?, ?> method, Connections<GrpcClientConnection> connections, GrpcClientOptions options)
        implements
            Service<A, S> {

    @Override
    public Uni<S> call(RpcContext context, A request) {
        return new WireCall<>(this, context, request);
    }
}
