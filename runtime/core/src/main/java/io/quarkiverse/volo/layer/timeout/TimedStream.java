package io.quarkiverse.volo.layer.timeout;

import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.RpcContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** A reply stream that fails when the call's deadline passes. Streams are few and long, so each has a timer of its own. */
final class TimedStream<T> extends AbstractMulti<T> {

    private final RpcContext context;
    private final Multi<T> stream;
    private final Supplier<Throwable> elapsed;

    TimedStream(RpcContext context, Multi<T> stream, Supplier<Throwable> elapsed) {
        this.context = context;
        this.stream = stream;
        this.elapsed = elapsed;
    }

    @Override
    public void subscribe(MultiSubscriber<? super T> subscriber) {
        stream.subscribe().withSubscriber(new Bounded(subscriber));
    }

    private final class Bounded extends MultiOperatorProcessor<T, T> {

        private volatile @Nullable Future<?> timer;

        Bounded(MultiSubscriber<? super T> subscriber) {
            super(subscriber);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            timer = context.eventLoop().schedule(this::deadlinePassed, context.deadline().remainingNanos(),
                    TimeUnit.NANOSECONDS);
            super.onSubscribe(subscription);
        }

        private void deadlinePassed() {
            if (!isDone()) {
                Subscription below = upstream;
                if (below != null) {
                    below.cancel();
                }
                onFailure(elapsed.get());
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            stopTimer();
            super.onFailure(failure);
        }

        @Override
        public void onCompletion() {
            stopTimer();
            super.onCompletion();
        }

        @Override
        public void cancel() {
            stopTimer();
            super.cancel();
        }

        private void stopTimer() {
            Future<?> running = timer;
            if (running != null) {
                running.cancel(false);
            }
        }
    }
}
