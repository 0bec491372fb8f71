package io.quarkiverse.volo.service;

import io.quarkiverse.volo.context.RpcContext;
import io.smallrye.mutiny.Uni;

/**
 * Answers a request. A client's innermost service sends it over the wire, a server's innermost service is the application's
 * bean; layers wrap either.
 *
 * <p>
 * {@code call} is invoked once per attempt with that attempt's view of the context. The {@link Uni} is cold: nothing is sent
 * before it is subscribed to. In a streaming call requests, replies or both are {@link io.smallrye.mutiny.Multi}s: the
 * {@code Uni} is the opening of the call and the reply {@code Multi} its body.
 *
 * <p>
 * Runs on the call's event loop and must not block it.
 *
 * @param <Q> the request
 * @param <R> the reply; the item of a void method is {@code null}
 */
@FunctionalInterface
public interface Service<Q, R> {

    Uni<R> call(RpcContext context, Q request);
}
