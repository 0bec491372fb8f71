package io.quarkiverse.volo.flow;

import java.util.Comparator;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.netty.util.internal.DefaultPriorityQueue;
import io.netty.util.internal.PriorityQueueNode;

/**
 * The deadlines of one event loop. One timer serves them all: nearly every call ends long before its deadline, so a timer each
 * would be scheduled and cancelled for nothing. Used on its event loop only.
 */
public final class DeadlineQueue {

    private static final LoopLocal<DeadlineQueue> OF_LOOP = new LoopLocal<>(DeadlineQueue::new);
    // Differences, because System.nanoTime() may wrap.
    private static final Comparator<Entry> NEAREST_FIRST = (a, b) -> Long.signum(a.deadlineNanoTime() - b.deadlineNanoTime());
    private static final int FIRST_ROOM = 64;

    private final EventLoop loop;
    private final LoopInbox inbox;
    private final DefaultPriorityQueue<Entry> entries = new DefaultPriorityQueue<>(NEAREST_FIRST, FIRST_ROOM);
    private @Nullable Future<?> timer;
    private long timerNanoTime;

    private DeadlineQueue(EventLoop loop) {
        this.loop = loop;
        this.inbox = LoopInbox.of(loop);
    }

    /** The queue of a loop, which the current thread must be. */
    public static DeadlineQueue of(EventLoop loop) {
        return OF_LOOP.of(loop);
    }

    /** Tells the entry when its deadline has passed, unless it is removed before. */
    public void add(Entry entry) {
        entries.add(entry);
        if (timer == null) {
            arm(entry);
        } else if (entry.deadlineNanoTime() - timerNanoTime < 0) {
            timer.cancel(false);
            arm(entry);
        }
    }

    /** Forgets the entry; does nothing if it is not here. */
    public void remove(Entry entry) {
        // The timer stays: it will find the next deadline, or nothing to do.
        entries.removeTyped(entry);
    }

    /** Forgets an entry that has been added, soon; from any thread. */
    public void removeSoon(Entry entry) {
        inbox.execute(() -> remove(entry));
    }

    /** How many deadlines are waited for. */
    int size() {
        return entries.size();
    }

    private void arm(Entry nearest) {
        timerNanoTime = nearest.deadlineNanoTime();
        timer = loop.schedule(this::fire, timerNanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void fire() {
        timer = null;
        long now = System.nanoTime();
        for (Entry entry = entries.peek(); entry != null && entry.deadlineNanoTime() - now <= 0; entry = entries.peek()) {
            entries.poll();
            entry.deadlinePassed();
        }
        Entry nearest = entries.peek();
        if (nearest != null && timer == null) {
            arm(nearest);
        }
    }

    /** Something that waits for a deadline, in at most one queue at a time. */
    public interface Entry extends PriorityQueueNode {

        /** When, on the clock of {@link System#nanoTime()}; must not change while it waits. */
        long deadlineNanoTime();

        /** The deadline has passed; runs on the event loop. */
        void deadlinePassed();
    }
}
