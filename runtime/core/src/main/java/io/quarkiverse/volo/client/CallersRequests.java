package io.quarkiverse.volo.client;

import java.util.concurrent.Flow.Subscription;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.impl.ContextInternal;

/**
 * A caller's stream of requests, subscribed to and asked for more on the caller's Vert.x context: what it is made of, calls
 * among it, belongs to what the caller is doing. Its items come on whatever thread it has.
 */
final class CallersRequests<T> extends AbstractMulti<T> {

    private final Multi<T> requests;
    private final ContextInternal caller;

    CallersRequests(Multi<T> requests, ContextInternal caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @Override
    public void subscribe(MultiSubscriber<? super T> subscriber) {
        CallerContext.run(caller, () -> requests.subscribe().withSubscriber(new Asked<T>(subscriber, caller)));
    }

    private static final class Asked<T> extends MultiOperatorProcessor<T, T> {

        private final ContextInternal caller;

        Asked(MultiSubscriber<? super T> subscriber, ContextInternal caller) {
            super(subscriber);
            this.caller = caller;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            super.onSubscribe(new Subscription() {

                @Override
                public void request(long items) {
                    CallerContext.run(caller, () -> subscription.request(items));
                }

                @Override
                public void cancel() {
                    CallerContext.run(caller, subscription::cancel);
                }
            });
        }
    }
}
