package io.quarkiverse.volo.thrift.client;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.transport.Connections;
import io.smallrye.mutiny.Uni;

/** The innermost service of a client's method: sends the request over one of the client's connections. */
record WireService<Q, R>(ThriftMethod<Q, R> method, Connections<? extends ThriftClientConnection> connections)
        implements
            Service<Q, R> {

    @Override
    public Uni<R> call(RpcContext context, Q arguments) {
        return new WireCall<>(this, context, arguments);
    }
}
