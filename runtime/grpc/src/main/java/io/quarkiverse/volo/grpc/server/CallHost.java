package io.quarkiverse.volo.grpc.server;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.transport.StreamCarrier;
import io.vertx.core.impl.ContextInternal;

/** What a {@link ServerCall} needs of the connection that it came by, or of what stands before it. */
interface CallHost extends StreamCarrier {

    GrpcServerOptions options();

    ContextInternal newCallContext();

    void logFailure(RpcContext call, Throwable failure);

    /** A call has ended; its reply may still wait for the peer. */
    void ended(ServerCall<?, ?> call);
}
