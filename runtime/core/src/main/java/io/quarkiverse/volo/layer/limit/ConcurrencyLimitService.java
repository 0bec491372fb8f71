package io.quarkiverse.volo.layer.limit;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;

/** Asks the limit before each call. */
record ConcurrencyLimitService<Q, R>(ConcurrencyLimit limit, Service<Q, R> next) implements Service<Q, R> {

    @Override
    public Uni<R> call(RpcContext context, Q request) {
        limit.enter(context);
        return next.call(context, request);
    }
}
