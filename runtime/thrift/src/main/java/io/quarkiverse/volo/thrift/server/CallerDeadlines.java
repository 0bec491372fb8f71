package io.quarkiverse.volo.thrift.server;

import java.time.Duration;

import io.quarkiverse.volo.context.Deadline;

/**
 * Until when the callers of one connection wait. Remembers the last: requests that came together have mostly been given the
 * same time. Used on the connection's event loop only.
 */
final class CallerDeadlines {

    private long start;
    private long millis;
    private Deadline last = Deadline.NONE;

    /**
     * @param start when the request came
     * @param millis how long its caller waits; at least 1
     */
    Deadline of(long start, long millis) {
        if (millis != this.millis || start != this.start) {
            this.start = start;
            this.millis = millis;
            last = Deadline.since(start, Duration.ofMillis(millis), " (its caller's timeout)");
        }
        return last;
    }
}
