package io.quarkiverse.volo.runtime.internal;

import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.volo.context.RpcContext;

/**
 * What a worker or virtual thread does of a call. A thread is never interrupted, so it may outlast a call that was given up:
 * then it {@linkplain RpcContext#hold holds} the call until it has finished.
 */
final class BeanWork extends AtomicInteger implements Runnable {

    private static final long serialVersionUID = 1L;

    private static final int WAITING = 0;
    private static final int RUNNING = 1;
    private static final int OUTLASTING = 2;
    private static final int DONE = 3;

    private final transient RpcContext call;
    private final transient Runnable task;
    private final transient Runnable afterwards;

    /** @param afterwards runs when the task is done, if it has outlasted the call */
    BeanWork(RpcContext call, Runnable task, Runnable afterwards) {
        this.call = call;
        this.task = task;
        this.afterwards = afterwards;
    }

    @Override
    public void run() {
        if (!compareAndSet(WAITING, RUNNING)) {
            return;
        }
        try {
            task.run();
        } finally {
            if (getAndSet(DONE) == OUTLASTING) {
                finishLate();
            }
        }
    }

    private void finishLate() {
        try {
            afterwards.run();
        } finally {
            call.release();
        }
    }

    /**
     * The call has been given up: what has not begun never will.
     *
     * @return whether a thread is at it, and does what comes afterwards
     */
    boolean abandon() {
        if (compareAndSet(WAITING, DONE)) {
            return false;
        }
        // Before the thread may release it.
        call.hold();
        if (compareAndSet(RUNNING, OUTLASTING)) {
            return true;
        }
        call.release();
        return false;
    }
}
