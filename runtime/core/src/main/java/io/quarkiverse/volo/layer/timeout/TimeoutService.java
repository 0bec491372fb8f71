package io.quarkiverse.volo.layer.timeout;

import java.time.Duration;

import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Gives calls their deadline and hands them to a {@link TimedCall}. */
final class TimeoutService<Q, R> implements Service<Q, R> {

    private final Duration timeout;
    private final String hint;
    private final Service<Q, R> next;

    TimeoutService(Duration timeout, String hint, Service<Q, R> next) {
        this.timeout = timeout;
        this.hint = hint;
        this.next = next;
    }

    @Override
    public Uni<R> call(RpcContext context, Q request) {
        if (context.deadline().isNone()) {
            if (context.kind().isStreaming()) {
                return next.call(context, request);
            }
            context.deadline(Deadline.after(timeout));
        }
        TimedCall<Q, R> opening = new TimedCall<>(this, context, request);
        return context.kind().isStreaming() ? opening.onItem().transform(reply -> bounded(context, reply)) : opening;
    }

    Uni<R> next(RpcContext context, Q request) {
        return next.call(context, request);
    }

    VoloException elapsed(RpcContext context, Deadline deadline) {
        return new VoloException(ErrorKind.TIMEOUT,
                context.describe() + ": no reply within " + deadline + (isOurs(deadline) ? hint : ""), null);
    }

    /** Whether the deadline comes from the timeout configured here, not from the call's options. */
    private boolean isOurs(Deadline deadline) {
        return deadline.total().equals(timeout);
    }

    /** The deadline of a streaming call bounds its reply stream too. */
    @SuppressWarnings("unchecked")
    private R bounded(RpcContext context, R reply) {
        return reply instanceof Multi<?> stream
                ? (R) new TimedStream<>(context, stream, () -> elapsed(context, context.deadline()))
                : reply;
    }
}
