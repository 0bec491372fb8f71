package io.quarkiverse.volo.client;

import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.RpcMethod;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * A reply that a thread waits for: the only place of the call path that blocks. Waits without a limit of its own, since the
 * call's deadline ends it.
 */
final class AwaitedReply<R> extends CountDownLatch implements UniSubscriber<R> {

    private final RpcMethod method;
    private @Nullable UniSubscription subscription;
    private @Nullable R item;
    private @Nullable Throwable failure;

    AwaitedReply(RpcMethod method) {
        super(1);
        this.method = method;
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public void onItem(@Nullable R item) {
        this.item = item;
        countDown();
    }

    @Override
    public void onFailure(Throwable failure) {
        this.failure = failure;
        countDown();
    }

    @Nullable
    R reply() {
        try {
            await();
        } catch (InterruptedException e) {
            if (subscription != null) {
                subscription.cancel();
            }
            Thread.currentThread().interrupt();
            throw new VoloException(ErrorKind.CANCELLED, method.fullName() + ": interrupted while waiting for the reply", e);
        }
        if (failure == null) {
            return item;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new VoloException(ErrorKind.APPLICATION, method.fullName() + ": " + failure.getMessage(), failure);
    }
}
