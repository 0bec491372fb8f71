package io.quarkiverse.volo.layer.timeout;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;

/** Gives a client's calls their deadline: their own, or what is left of the call that they serve if that is less. */
final class TimeoutService<Q, R> extends TimedService<Q, R> {

    private final Duration timeout;
    private final String hint;

    TimeoutService(Duration timeout, String hint, Service<Q, R> next) {
        super(next);
        this.timeout = timeout;
        this.hint = hint;
    }

    @Override
    public Uni<R> call(RpcContext context, Q request) {
        RpcContext served = context.servedCall();
        if (served != null && served.deadline().hasPassed()) {
            return Uni.createFrom().failure(tooLate(context, served));
        }
        Deadline own = own(context);
        context.deadline(served == null || own.nearer(served.deadline()) == own ? own : served.deadline().left());
        return timed(context, request);
    }

    private Deadline own(RpcContext context) {
        return context.deadline().isNone() && !context.kind().isStreaming() ? Deadline.after(timeout, hint)
                : context.deadline();
    }

    private static VoloException tooLate(RpcContext context, RpcContext served) {
        return new VoloException(ErrorKind.TIMEOUT,
                context.describe() + ": not called, as the time for " + served.descriptor().fullName()
                        + ", the call that is being served, has passed",
                null, true);
    }

    @Override
    VoloException elapsed(RpcContext context, Deadline deadline) {
        return new VoloException(ErrorKind.TIMEOUT,
                context.describe() + ": no reply within " + deadline + source(context.servedCall(), deadline)
                        + earlierAttempts(context),
                null);
    }

    private static String source(@Nullable RpcContext served, Deadline deadline) {
        return served != null && deadline.isSameMoment(served.deadline())
                ? " (which is what was left for " + served.descriptor().fullName() + ", the call that is being served)"
                : deadline.source();
    }
}
