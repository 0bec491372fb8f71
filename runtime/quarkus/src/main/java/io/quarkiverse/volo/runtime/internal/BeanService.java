package io.quarkiverse.volo.runtime.internal;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.server.BeanMethod;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;

/**
 * A server's innermost service: calls a method of a bean, on the thread that it asks for.
 *
 * @param method leads to the bean
 * @param model which thread runs the method
 * @param requestContext whether a request context is active meanwhile
 * @param admission asked who calls, before the bean is; {@code null}: the bean does not want to know
 */
record BeanService<Q, R>(BeanMethod<Q, R> method, ExecutionModel model, boolean requestContext,
        @Nullable Admission admission) implements Service<Q, R> {

    @Override
    public Uni<R> call(RpcContext context, Q request) {
        return new BeanCall<>(this, context, request);
    }
}
