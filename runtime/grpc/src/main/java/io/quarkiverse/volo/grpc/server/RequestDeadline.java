package io.quarkiverse.volo.grpc.server;

import io.netty.util.internal.DefaultPriorityQueue;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.DeadlineQueue;

/**
 * The deadline of a call whose request has not arrived with its headers. Once it is served, the deadline is that of
 * {@link io.quarkiverse.volo.layer.timeout.DeadlineLayer}.
 */
final class RequestDeadline implements DeadlineQueue.Entry {

    private final ServerCall<?, ?> call;
    private int queueIndex = INDEX_NOT_IN_QUEUE;

    private RequestDeadline(ServerCall<?, ?> call) {
        this.call = call;
    }

    /** Ends the call when its deadline passes, if its request is not there by then. */
    static void watch(ServerCall<?, ?> call) {
        if (call.awaitsRequest()) {
            RequestDeadline deadline = new RequestDeadline(call);
            DeadlineQueue queue = DeadlineQueue.of(call.connection().eventLoop());
            queue.add(deadline);
            call.facts().onEnd(end -> queue.remove(deadline));
        }
    }

    @Override
    public long deadlineNanoTime() {
        return call.facts().deadline().nanoTime();
    }

    @Override
    public void deadlinePassed() {
        if (call.awaitsRequest()) {
            RpcContext facts = call.facts();
            call.fail(new VoloException(ErrorKind.TIMEOUT, facts.describe() + ": the request did not arrive within the "
                    + facts.deadline() + " that its caller gave it", null));
        }
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
