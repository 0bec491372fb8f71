package io.quarkiverse.volo.layer.retry;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * A service that makes a call again by itself. {@linkplain #call Called} as any other, it needs an object for each call, which
 * nearly none needs. A layer around it that has such an object anyway saves that one: it makes the {@link #firstAttempt} and,
 * if that fails, asks what to do {@link #afterFailure}.
 *
 * @param <Q> the request
 * @param <R> the reply
 */
public interface RetriedService<Q, R> extends Service<Q, R> {

    /** The first attempt; who subscribes to it asks {@link #afterFailure}. */
    Uni<R> firstAttempt(RpcContext context, Q request);

    /**
     * What to subscribe to instead of failing with this; {@code null} if the call fails.
     *
     * @param failed the subscription that failed: of the first attempt or of what this method answered; {@code null} if it
     *        came to none
     */
    @Nullable
    Uni<R> afterFailure(@Nullable UniSubscription failed, RpcContext context, Q request, Throwable failure);

    /** Tells which attempts have failed so far, to be added to a message; empty if none has. */
    String earlierAttempts(RpcContext context);
}
