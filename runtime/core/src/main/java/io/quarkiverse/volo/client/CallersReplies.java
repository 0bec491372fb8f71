package io.quarkiverse.volo.client;

import java.util.Queue;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.netty.util.internal.PlatformDependent;
import io.quarkiverse.volo.context.CallEnd;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.impl.ContextInternal;

/**
 * A stream of replies as its caller sees it: told on the caller's Vert.x context if it has one, one item after the other, and
 * tells when it has ended. Holds no more items than were asked for.
 */
final class CallersReplies<T> extends AbstractMulti<T> {

    private final Multi<T> replies;
    private final Consumer<CallEnd> ended;
    private final @Nullable ContextInternal caller;

    /**
     * @param ended told once, before the caller is
     * @param caller where to tell it; {@code null}: wherever the items come
     */
    CallersReplies(Multi<T> replies, Consumer<CallEnd> ended, @Nullable ContextInternal caller) {
        this.replies = replies;
        this.ended = ended;
        this.caller = caller;
    }

    @Override
    public void subscribe(MultiSubscriber<? super T> subscriber) {
        replies.subscribe().withSubscriber(new Telling(subscriber));
    }

    /** Nobody will subscribe: the caller has gone. */
    void giveUp() {
        replies.subscribe().withSubscriber(new Refusal());
    }

    private final class Refusal implements MultiSubscriber<T> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.cancel();
            ended.accept(CallEnd.cancelled());
        }

        @Override
        public void onItem(T item) {
        }

        @Override
        public void onFailure(Throwable failure) {
        }

        @Override
        public void onCompletion() {
        }
    }

    /** What is to be told waits in a queue while something else is being told. Is a boolean: whether the stream has ended. */
    private final class Telling extends AtomicBoolean implements MultiSubscriber<T>, Subscription {

        private static final long serialVersionUID = 1L;

        private final transient MultiSubscriber<? super T> subscriber;
        private final transient Queue<Runnable> waiting = PlatformDependent.newMpscQueue();
        private final transient AtomicInteger untold = new AtomicInteger();
        private transient volatile @Nullable Subscription below;
        private transient volatile boolean cancelled;

        Telling(MultiSubscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            below = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void onItem(T item) {
            tell(() -> subscriber.onItem(item));
        }

        @Override
        public void onFailure(Throwable failure) {
            if (compareAndSet(false, true)) {
                ended.accept(CallEnd.failure(failure));
                tell(() -> subscriber.onFailure(failure));
            }
        }

        @Override
        public void onCompletion() {
            if (compareAndSet(false, true)) {
                ended.accept(CallEnd.success());
                tell(subscriber::onCompletion);
            }
        }

        @Override
        public void request(long items) {
            Subscription subscription = below;
            if (subscription != null) {
                subscription.request(items);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (compareAndSet(false, true)) {
                Subscription subscription = below;
                if (subscription != null) {
                    subscription.cancel();
                }
                ended.accept(CallEnd.cancelled());
            }
        }

        private void tell(Runnable signal) {
            waiting.add(signal);
            if (untold.getAndIncrement() > 0) {
                return;
            }
            if (caller == null) {
                drain();
            } else {
                CallerContext.run(caller, this::drain);
            }
        }

        private void drain() {
            int batch = untold.get();
            while (batch > 0) {
                for (int i = 0; i < batch; i++) {
                    Runnable signal = waiting.remove();
                    if (!cancelled) {
                        signal.run();
                    }
                }
                batch = untold.addAndGet(-batch);
            }
        }
    }
}
