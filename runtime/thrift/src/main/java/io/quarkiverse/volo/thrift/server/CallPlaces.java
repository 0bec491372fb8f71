package io.quarkiverse.volo.thrift.server;

import io.quarkiverse.volo.flow.LoopInbox;

/**
 * The places on a connection that calls take besides waiting for their replies: a oneway until it has ended, whether its caller
 * is still there or not; and a thread that could not be stopped with its call, until it has finished. Used on the connection's
 * event loop only.
 */
final class CallPlaces {

    private final LoopInbox inbox;
    private final Runnable freed;
    private int oneways;
    /** Oneways that go on without their connection. */
    private int orphans;
    /** Threads that work on at calls that have ended. */
    private int outlasting;

    /** @param freed run when a thread has finished that outlasted its call */
    CallPlaces(LoopInbox inbox, Runnable freed) {
        this.inbox = inbox;
        this.freed = freed;
    }

    /** How many are taken by what waits for no reply. */
    int taken() {
        return outlasting + orphans;
    }

    /** Whether a oneway runs, or its thread. */
    boolean hasOneways() {
        return oneways > 0;
    }

    void started(ServerCall<?, ?> call) {
        if (!call.answered) {
            oneways++;
        }
    }

    /** A call has ended; of one that was {@linkplain #abandoned} only if it is a oneway. */
    void ended(ServerCall<?, ?> call) {
        if (!call.answered && orphans > 0) {
            orphans--;
        }
        if (call.facts().isHeld()) {
            waitForThread(call);
        } else {
            left(call);
        }
    }

    /** The caller has hung up. A call that has a reply is over by that; a oneway goes on, as some hang up behind each. */
    void abandoned(ServerCall<?, ?> call) {
        if (!call.answered) {
            orphans++;
        } else if (call.facts().isHeld()) {
            waitForThread(call);
        }
    }

    private void waitForThread(ServerCall<?, ?> call) {
        outlasting++;
        call.facts().onSettled(end -> inbox.execute(() -> finished(call)));
    }

    private void finished(ServerCall<?, ?> call) {
        outlasting--;
        left(call);
        freed.run();
    }

    private void left(ServerCall<?, ?> call) {
        if (!call.answered) {
            oneways--;
        }
    }
}
