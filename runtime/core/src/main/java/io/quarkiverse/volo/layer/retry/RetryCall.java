package io.quarkiverse.volo.layer.retry;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.EventLoops;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/** The attempts at a call, one after the other, each with a view of its own. Each begins on the call's event loop. */
final class RetryCall<Q, R> extends CallStage<R> {

    private final RetryService<Q, R> service;
    private final RpcContext call;
    private final Q request;
    private final @Nullable Address fixed;
    private final FailedAttempts before;

    // Used by one attempt after the other.
    private FailedAttempts failed;
    private volatile @Nullable Attempt current;

    private RetryCall(RetryService<Q, R> service, RpcContext call, Q request, @Nullable Address fixed, FailedAttempts before) {
        this.service = service;
        this.call = call;
        this.request = request;
        this.fixed = fixed;
        this.before = before;
        this.failed = before;
    }

    /** All attempts. An address that the call has now is where all of them go. */
    static <Q, R> RetryCall<Q, R> fromTheFirst(RetryService<Q, R> service, RpcContext call, Q request) {
        return new RetryCall<>(service, call, request, call.callee().address(), FailedAttempts.NONE);
    }

    /** Those after a first one that was made at no fixed address, in the call's own view, and has failed. */
    static <Q, R> RetryCall<Q, R> fromTheSecond(RetryService<Q, R> service, RpcContext call, Q request, Throwable failure) {
        return new RetryCall<>(service, call, request, null, FailedAttempts.NONE.and(call.callee().address(), failure));
    }

    @Override
    protected CallStage<R> again() {
        return new RetryCall<>(service, call, request, fixed, before);
    }

    @Override
    protected void start() {
        EventLoops.run(call.eventLoop(), before.count() == 0 ? () -> attemptAt(fixed) : this::goOn);
    }

    private void goOn() {
        Address next;
        try {
            next = nextAddress();
        } catch (RuntimeException | Error e) { // what the call failed with is what its caller needs to know
            Throwable failure = failed.failure();
            failure.addSuppressed(e);
            onFailure(failure);
            return;
        }
        if (next == null) {
            onFailure(failed.failure());
        } else {
            service.note(call, failed);
            attemptAt(next);
        }
    }

    private @Nullable Address nextAddress() {
        if (fixed != null) {
            return failed.lastWasConnect() ? null : fixed;
        }
        // A name that was not resolved has no other address.
        return failed.lastAddress() == null ? null
                : service.otherThan(failed.lastWasConnect() ? failed.tried() : failed.refusing());
    }

    /** @param address {@code null}: the first one, which what is inside chooses */
    private void attemptAt(@Nullable Address address) {
        call.callee(call.callee().at(address));
        Attempt attempt = new Attempt(call.newAttempt());
        current = attempt;
        if (isRunning()) {
            attempt.make();
        } else { // cancelled, by who may not have seen this attempt
            attempt.giveUp();
        }
    }

    private void attemptFailed(@Nullable Address address, Throwable failure) {
        failed = failed.and(address, failure);
        if (failed.count() < RetryLayer.MAX_ATTEMPTS && isRunning() && service.mayGoOn(call, failure)) {
            EventLoops.run(call.eventLoop(), this::goOn);
        } else {
            onFailure(failed.failure());
        }
    }

    @Override
    protected void ended(boolean cancelled) {
        Attempt attempt = current;
        if (cancelled && attempt != null) {
            attempt.giveUp();
        }
    }

    /** One attempt. Its first outcome counts, whatever else comes. */
    private final class Attempt extends AtomicBoolean implements UniSubscriber<R> {

        private static final long serialVersionUID = 1L;

        private final transient RpcContext view;

        Attempt(RpcContext view) {
            this.view = view;
        }

        void make() {
            try {
                CallStage.subscribe(service.attempt(view, request), this);
            } catch (RuntimeException | Error e) {
                onFailure(e);
            }
        }

        @Override
        public void onSubscribe(UniSubscription subscription) {
            if (current == this) {
                RetryCall.this.onSubscribe(subscription);
            } else {
                subscription.cancel();
            }
        }

        @Override
        public void onItem(@Nullable R item) {
            if (!compareAndSet(false, true)) {
                return;
            }
            call.callee(view.callee());
            if (item instanceof Multi<?>) { // only opened yet: it ends with the call
                call.onEnd(view::end);
            } else {
                view.end(CallEnd.success());
            }
            RetryCall.this.onItem(item);
        }

        @Override
        public void onFailure(Throwable failure) {
            if (compareAndSet(false, true)) {
                call.callee(view.callee());
                view.end(CallEnd.failure(failure));
                attemptFailed(view.callee().address(), failure);
            }
        }

        void giveUp() {
            if (!compareAndSet(false, true)) {
                return;
            }
            if (call.deadline().hasPassed()) { // that is why, and the call is about to end with it
                call.onEnd(view::end);
            } else {
                view.end(CallEnd.cancelled());
            }
        }
    }
}
