package io.quarkiverse.volo.layer.timeout;

import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;

/** Holds a server's calls to the deadlines that their callers sent. */
final class DeadlineService<Q, R> extends TimedService<Q, R> {

    DeadlineService(Service<Q, R> next) {
        super(next);
    }

    @Override
    public Uni<R> call(RpcContext context, Q request) {
        if (context.kind() == CallKind.ONEWAY) {
            // The time of its caller was for sending it: nobody waits for what is done now.
            context.deadline(Deadline.NONE);
        }
        if (context.deadline().hasPassed()) {
            throw new VoloException(ErrorKind.TIMEOUT, context.describe() + ": not served, as the " + context.deadline()
                    + " that its caller gave it had passed before", null, true);
        }
        return timed(context, request);
    }

    @Override
    VoloException elapsed(RpcContext context, Deadline deadline) {
        return new VoloException(ErrorKind.TIMEOUT,
                context.describe() + ": not answered within the " + deadline + " that its caller gave it", null);
    }
}
