package io.quarkiverse.volo.layer.timeout;

import org.jspecify.annotations.Nullable;

import io.netty.util.internal.DefaultPriorityQueue;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.DeadlineQueue;
import io.quarkiverse.volo.flow.EventLoops;
import io.smallrye.mutiny.Uni;

/** A call and its wait for the deadline, in one object. */
final class TimedCall<Q, R> extends CallStage<R> implements DeadlineQueue.Entry {

    private final TimedService<Q, R> service;
    private final RpcContext context;
    private final Q request;
    private final Deadline deadline;
    private volatile @Nullable DeadlineQueue queue;
    private int queueIndex = INDEX_NOT_IN_QUEUE;

    TimedCall(TimedService<Q, R> service, RpcContext context, Q request) {
        this.service = service;
        this.context = context;
        this.request = request;
        this.deadline = context.deadline();
    }

    @Override
    protected CallStage<R> again() {
        return new TimedCall<>(service, context, request);
    }

    @Override
    protected void start() {
        subscribeTo(service.next(context, request));
        // Many a served call has ended by now, and needs no place in the queue.
        if (isRunning()) {
            EventLoops.run(context.eventLoop(), this::startWaiting);
        }
    }

    private void startWaiting() {
        DeadlineQueue waiting = DeadlineQueue.of(context.eventLoop());
        queue = waiting;
        if (isRunning()) {
            waiting.add(this);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        Uni<R> instead = isRunning() ? service.afterFailure(below(), context, request, failure) : null;
        if (instead == null) {
            super.onFailure(failure);
        } else {
            subscribeTo(instead);
        }
    }

    @Override
    protected void ended(boolean cancelled) {
        // If it has not begun to wait, it will see that it has ended.
        DeadlineQueue waiting = queue;
        if (waiting != null && context.eventLoop().inEventLoop()) {
            waiting.remove(this);
        } else if (waiting != null) {
            waiting.removeSoon(this);
        }
    }

    @Override
    public long deadlineNanoTime() {
        return deadline.nanoTime();
    }

    @Override
    public void deadlinePassed() {
        context.dispatch(() -> abort(service.elapsed(context, deadline)));
    }

    @Override
    public int priorityQueueIndex(DefaultPriorityQueue<?> queue) {
        return queueIndex;
    }

    @Override
    public void priorityQueueIndex(DefaultPriorityQueue<?> queue, int index) {
        queueIndex = index;
    }
}
