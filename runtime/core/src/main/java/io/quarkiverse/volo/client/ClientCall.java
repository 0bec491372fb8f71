package io.quarkiverse.volo.client;

import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.vertx.core.impl.ContextInternal;

/** A call that has not been made: each subscription makes it. */
final class ClientCall<Q, R> extends AbstractUni<R> {

    private final PreparedMethod<Q, R> method;
    private final CallOptions options;
    private final Q request;

    ClientCall(PreparedMethod<Q, R> method, CallOptions options, Q request) {
        this.method = method;
        this.options = options;
        this.request = request;
    }

    @Override
    public void subscribe(UniSubscriber<? super R> subscriber) {
        RunningCall.start(method, options, request, subscriber, ContextInternal.current(), true);
    }
}
