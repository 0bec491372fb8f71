package io.quarkiverse.volo.transport;

import java.util.concurrent.RejectedExecutionException;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;

/** Waiting until an event loop has looked at its sockets: a peer may have closed one, and the loop not know it yet. */
final class NextLook {

    private NextLook() {
    }

    /** Runs the task on the loop once it has looked at its sockets; at once, on this thread, if the loop is shut down. */
    static void then(EventLoop loop, Runnable task) {
        try {
            // The end of this turn; the next turn, which runs the task, begins with a look.
            ((SingleThreadEventLoop) loop).executeAfterEventLoopIteration(() -> later(loop, task));
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /** Runs the task on the loop, never at once; on this thread if the loop is shut down, as nobody may be left waiting. */
    static void later(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }
}
