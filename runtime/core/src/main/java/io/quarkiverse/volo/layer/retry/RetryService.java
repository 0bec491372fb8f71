package io.quarkiverse.volo.layer.retry;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscription;

/** Decides which calls are made again. */
final class RetryService<Q, R> implements RetriedService<Q, R> {

    private static final AttributeKey<FailedAttempts> FAILED = AttributeKey.of("failed attempts");

    private final AddressChoice others;
    private final boolean observed;
    private final Service<Q, R> next;

    RetryService(AddressChoice others, boolean observed, Service<Q, R> next) {
        this.others = others;
        this.observed = observed;
        this.next = next;
    }

    @Override
    public Uni<R> call(RpcContext context, Q request) {
        return RetryCall.fromTheFirst(this, context, request);
    }

    /** Where nobody looks at it, the first attempt needs no view of its own: the call is its view. */
    @Override
    public Uni<R> firstAttempt(RpcContext context, Q request) {
        boolean bare = !observed && context.callee().address() == null && !context.kind().isStreaming();
        return bare ? next.call(context, request) : call(context, request);
    }

    @Override
    public @Nullable Uni<R> afterFailure(@Nullable UniSubscription failed, RpcContext context, Q request, Throwable failure) {
        return failed instanceof RetryCall || !mayGoOn(context, failure) ? null
                : RetryCall.fromTheSecond(this, context, request, failure);
    }

    /** Whether that leaves the call free to be made again. */
    boolean mayGoOn(RpcContext call, Throwable failure) {
        return failure instanceof VoloException known && known.isUnprocessed()
                && (known.kind() == ErrorKind.CONNECT || known.kind() == ErrorKind.CONNECTION_CLOSED)
                && !call.isRetry() && !call.deadline().hasPassed();
    }

    @Nullable
    Address otherThan(Collection<Address> excluded) {
        return others.otherThan(excluded);
    }

    Uni<R> attempt(RpcContext view, Q request) {
        return next.call(view, request);
    }

    /** Notes down what failed before the attempt that begins now. */
    void note(RpcContext call, FailedAttempts failed) {
        call.put(FAILED, failed);
    }

    @Override
    public String earlierAttempts(RpcContext context) {
        FailedAttempts failed = context.get(FAILED);
        return failed == null ? "" : failed.asEarlierOnes();
    }
}
