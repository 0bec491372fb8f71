package io.quarkiverse.volo.flow;

import io.netty.channel.EventLoop;

/** Running something where it belongs. */
public final class EventLoops {

    private EventLoops() {
    }

    /** Runs the task on the loop: at once if the current thread is the loop, else soon. */
    public static void run(EventLoop loop, Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }
}
