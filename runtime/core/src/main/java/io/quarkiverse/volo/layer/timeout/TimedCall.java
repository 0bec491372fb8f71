package io.quarkiverse.volo.layer.timeout;

import io.netty.util.internal.DefaultPriorityQueue;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.DeadlineQueue;
import io.quarkiverse.volo.flow.EventLoops;

/** A call and its wait for the deadline, in one object. */
final class TimedCall<Q, R> extends CallStage<R> implements DeadlineQueue.Entry {

    private final TimeoutService<Q, R> service;
    private final RpcContext context;
    private final Q request;
    private final Deadline deadline;
    private int queueIndex = INDEX_NOT_IN_QUEUE;

    TimedCall(TimeoutService<Q, R> service, RpcContext context, Q request) {
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
        EventLoops.run(context.eventLoop(), this::startWaiting);
        subscribeTo(service.next(context, request));
    }

    private void startWaiting() {
        if (isRunning()) {
            DeadlineQueue.of(context.eventLoop()).add(this);
        }
    }

    @Override
    protected void ended(boolean cancelled) {
        EventLoops.run(context.eventLoop(), this::stopWaiting);
    }

    private void stopWaiting() {
        DeadlineQueue.of(context.eventLoop()).remove(this);
    }

    @Override
    public long deadlineNanoTime() {
        return deadline.nanoTime();
    }

    @Override
    public void deadlinePassed() {
        abort(service.elapsed(context, deadline));
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
