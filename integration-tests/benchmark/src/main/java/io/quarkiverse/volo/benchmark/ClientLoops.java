package io.quarkiverse.volo.benchmark;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.LongAdder;

/**
 * Loops of calls in this process: each makes its next call when it has the reply to the one before, and compares every reply
 * with what it sent.
 */
abstract class ClientLoops {

    static final String TEXT = "x".repeat(1024);

    private final int loops;
    private final LongAdder replies = new LongAdder();
    private final Phaser running = new Phaser(1);
    private volatile long end;

    ClientLoops(int loops) {
        this.loops = loops;
    }

    /** Lets all loops run for that long, and waits for the replies that are under way then; answers how many replies came. */
    final long run(long nanos) {
        long before = replies.sum();
        end = System.nanoTime() + nanos;
        running.bulkRegister(loops);
        for (int i = 0; i < loops; i++) {
            start(i);
        }
        running.arriveAndAwaitAdvance();
        return replies.sum() - before;
    }

    /** Begins a loop, which ends with {@link #ended()}; must not wait for it. */
    protected abstract void start(int loop);

    /** To be told of each reply; answers whether another call is to be made. */
    protected final boolean replied(String text) {
        if (!text.equals(TEXT)) {
            failed(new IllegalStateException("a wrong reply of " + text.length() + " characters"));
        }
        replies.increment();
        return System.nanoTime() - end < 0;
    }

    protected final void ended() {
        running.arriveAndDeregister();
    }

    /** A measurement with failures in it is none: ends the process. */
    protected final void failed(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
