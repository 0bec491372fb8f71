package io.quarkiverse.volo.thrift.client;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.smallrye.mutiny.Uni;

/** The innermost service of a client's method: sends the request over a pooled connection. */
record WireService<Q, R>(ThriftMethod<Q, R> method, ConnectionPool<ThriftClientConnection> pool) implements Service<Q, R> {

    @Override
    public Uni<R> call(RpcContext context, Q arguments) {
        return new WireCall<>(this, context, arguments);
    }
}
