package io.quarkiverse.volo.flow;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;

import io.netty.channel.EventLoop;
import io.netty.util.internal.PlatformDependent;

/**
 * Brings what other threads have finished to an event loop: one queue per loop, and one wake-up for all that gathers until the
 * loop comes round.
 */
public final class LoopInbox {

    private static final Logger LOG = Logger.getLogger(LoopInbox.class);
    private static final LoopLocal<LoopInbox> OF_LOOP = new LoopLocal<>(LoopInbox::new);

    private final EventLoop loop;
    private final Queue<Runnable> tasks = PlatformDependent.newMpscQueue();
    private final AtomicInteger waiting = new AtomicInteger();

    private LoopInbox(EventLoop loop) {
        this.loop = loop;
    }

    /** The inbox of a loop, which the current thread must be. */
    public static LoopInbox of(EventLoop loop) {
        return OF_LOOP.of(loop);
    }

    /** Runs the task on the loop, soon, in the order of the calls; from any thread. What a task throws is logged. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        int batch = waiting.get();
        while (batch > 0) {
            for (int i = 0; i < batch; i++) {
                run(tasks.remove());
            }
            batch = waiting.addAndGet(-batch);
        }
    }

    /** Were it to fail here, nothing would be brought to this loop any more: who adds a task counts on the drain to go on. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A task for an event loop failed", e);
        }
    }
}
