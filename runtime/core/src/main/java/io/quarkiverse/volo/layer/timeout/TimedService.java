package io.quarkiverse.volo.layer.timeout;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.layer.retry.RetriedService;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscription;

/** Bounds the calls of the service inside of it by their deadlines. */
abstract class TimedService<Q, R> implements Service<Q, R> {

    private final Service<Q, R> next;
    /** The same, if it can use our stage of a call. */
    private final @Nullable RetriedService<Q, R> retried;

    TimedService(Service<Q, R> next) {
        this.next = next;
        this.retried = next instanceof RetriedService<Q, R> known ? known : null;
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
        return retried == null ? next.call(context, request) : retried.firstAttempt(context, request);
    }

    /** What to go on with after what is inside has failed; {@code null} for nothing. */
    final @Nullable Uni<R> afterFailure(@Nullable UniSubscription failed, RpcContext context, Q request, Throwable failure) {
        return retried == null ? null : retried.afterFailure(failed, context, request, failure);
    }

    /** Tells which attempts have failed so far; empty if none has. */
    final String earlierAttempts(RpcContext context) {
        return retried == null ? "" : retried.earlierAttempts(context);
    }

    /** The deadline of a streaming call bounds its reply stream too. */
    @SuppressWarnings("unchecked")
    private R bounded(RpcContext context, R reply) {
        return reply instanceof Multi<?> stream
                ? (R) new TimedStream<>(context, stream, () -> elapsed(context, context.deadline()))
                : reply;
    }
}
