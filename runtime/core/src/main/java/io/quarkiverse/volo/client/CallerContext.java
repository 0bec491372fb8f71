package io.quarkiverse.volo.client;

import io.vertx.core.impl.ContextInternal;

/** Running something where a caller is. */
final class CallerContext {

    private CallerContext() {
    }

    /** Runs the task on the context: at once if this is its event loop, else soon. */
    static void run(ContextInternal target, Runnable task) {
        if (!target.isEventLoopContext()) {
            // Unordered: the caller may be waiting on the one thread that an ordered task would need.
            target.executeBlocking(() -> {
                task.run();
                return null;
            }, false);
        } else if (target.nettyEventLoop().inEventLoop()) {
            ContextInternal previous = target.beginDispatch();
            try {
                task.run();
            } finally {
                target.endDispatch(previous);
            }
        } else {
            target.runOnContext(ignored -> task.run());
        }
    }
}
