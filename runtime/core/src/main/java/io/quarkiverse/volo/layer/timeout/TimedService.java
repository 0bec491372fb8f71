package io.quarkiverse.volo.layer.timeout;

import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Bounds the calls of the service inside of it by their deadlines. */
abstract class TimedService<Q, R> implements Service<Q, R> {

    private final Service<Q, R> next;

    TimedService(Service<Q, R> next) {
        this.next = next;
    }

    /** What a call fails with whose deadline passes while it runs. */
    abstract VoloException elapsed(RpcContext context, Deadline deadline);

    /** Makes the call, until its deadline if it has one. */
    final Uni<R> timed(RpcContext context, Q request) {
        if (context.deadline().isNone()) {
            return next.call(context, request);
        }
        TimedCall<Q, R> opening = new TimedCall<>(this, context, request);
        return context.kind().isStreaming() ? opening.onItem().transform(reply -> bounded(context, reply)) : opening;
    }

    final Uni<R> next(RpcContext context, Q request) {
        return next.call(context, request);
    }

    /** The deadline of a streaming call bounds its reply stream too. */
    @SuppressWarnings("unchecked")
    private R bounded(RpcContext context, R reply) {
        return reply instanceof Multi<?> stream
                ? (R) new TimedStream<>(context, stream, () -> elapsed(context, context.deadline()))
                : reply;
    }
}
