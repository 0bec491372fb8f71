package io.quarkiverse.volo.flow;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * One stage of a call in one object: the {@link Uni} that a service answers, the subscription that its caller cancels, and the
 * subscriber of the stage below. Signals its caller at most once, whatever comes from below and from whichever thread.
 *
 * <p>
 * Stages subscribe to each other directly. Quarkus' context propagation, which wraps every subscription that goes through a
 * Mutiny operator, is not needed between them: they carry the call's context themselves.
 *
 * <p>
 * Subscribed to again, it starts {@linkplain #again() a fresh stage}: a call is cold.
 */
public abstract class CallStage<T> extends AbstractUni<T> implements UniSubscriber<T>, UniSubscription {

    @SuppressWarnings("rawtypes") // as a class literal is
    private static final AtomicIntegerFieldUpdater<CallStage> STATE = AtomicIntegerFieldUpdater.newUpdater(CallStage.class,
            "state");
    private static final int NEW = 0;
    private static final int RUNNING = 1;
    private static final int ENDED = 2;

    private volatile int state;
    private @Nullable UniSubscriber<? super T> downstream;
    private volatile @Nullable UniSubscription upstream;

    /** A stage in the state in which this one was before its first subscription. */
    protected abstract CallStage<T> again();

    /** Begins the work; what it throws fails the stage. */
    protected abstract void start();

    /**
     * Called once, before the caller is told, when the stage ends in any way.
     *
     * @param cancelled whether the caller gave it up; what is going on below should be stopped then
     */
    protected void ended(boolean cancelled) {
    }

    @Override
    public final void subscribe(UniSubscriber<? super T> subscriber) {
        if (!STATE.compareAndSet(this, NEW, RUNNING)) {
            again().subscribe(subscriber);
            return;
        }
        downstream = subscriber;
        subscriber.onSubscribe(this);
        if (isRunning()) {
            try {
                start();
            } catch (RuntimeException | Error e) {
                onFailure(e);
            }
        }
    }

    /** Subscribes this stage to the one below. */
    protected final void subscribeTo(Uni<? extends T> below) {
        subscribe(below, this);
    }

    /** Subscribes without Mutiny's interceptors where the service below is built in. */
    @SuppressWarnings("unchecked")
    public static <T> void subscribe(Uni<? extends T> below, UniSubscriber<? super T> subscriber) {
        if (below instanceof CallStage) {
            ((CallStage<T>) below).subscribe(subscriber);
        } else {
            AbstractUni.subscribe(below, subscriber);
        }
    }

    /** The subscription to the stage below, the last one if there were several; {@code null} if there is none yet. */
    protected final @Nullable UniSubscription below() {
        return upstream;
    }

    /** Whether it has started and not ended. */
    protected final boolean isRunning() {
        return state == RUNNING;
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        upstream = subscription;
        if (!isRunning()) {
            subscription.cancel();
        }
    }

    @Override
    public void onItem(@Nullable T item) {
        if (end(false)) {
            caller().onItem(item);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (end(false)) {
            caller().onFailure(failure);
        }
    }

    @Override
    public void cancel() {
        if (end(true)) {
            cancelBelow();
        }
    }

    /**
     * Ends the stage for a reason of its own, such as a deadline: the stage below is cancelled, the caller gets the failure.
     */
    protected final void abort(Throwable failure) {
        if (end(true)) {
            cancelBelow();
            caller().onFailure(failure);
        }
    }

    private boolean end(boolean cancelled) {
        if (!STATE.compareAndSet(this, RUNNING, ENDED)) {
            return false;
        }
        ended(cancelled);
        return true;
    }

    private void cancelBelow() {
        UniSubscription below = upstream;
        if (below != null) {
            below.cancel();
        }
    }

    private UniSubscriber<? super T> caller() {
        UniSubscriber<? super T> caller = downstream;
        if (caller == null) {
            throw new IllegalStateException("not subscribed to");
        }
        return caller;
    }
}
