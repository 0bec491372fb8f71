package io.quarkiverse.volo.context;

import java.util.ArrayList;
import java.util.List;

/** How many work on at a call that has ended, and who waits until none does. Few calls ever have one. */
final class Holds {

    private int count;
    private final List<Runnable> waiting = new ArrayList<>();

    synchronized void add() {
        count++;
    }

    synchronized boolean any() {
        return count > 0;
    }

    void remove() {
        for (Runnable waiter : lastRemoved()) {
            waiter.run();
        }
    }

    private synchronized List<Runnable> lastRemoved() {
        if (count == 0) {
            throw new IllegalStateException("release: nobody holds the call (expected: hold() before)");
        }
        count--;
        if (count > 0) {
            return List.of();
        }
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        return due;
    }

    /** Runs the waiter when nobody holds the call; at once if nobody does. */
    void whenNone(Runnable waiter) {
        synchronized (this) {
            if (count > 0) {
                waiting.add(waiter);
                return;
            }
        }
        waiter.run();
    }
}
