package io.quarkiverse.volo.context;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The moment at which a call has failed if it has not ended; on the clock of {@link System#nanoTime()}. */
public final class Deadline {

    /** No deadline at all. */
    public static final Deadline NONE = new Deadline(0, 0);

    private final long start;
    private final long nanos;

    private Deadline(long start, long nanos) {
        this.start = start;
        this.nanos = nanos;
    }

    /** A deadline that far from now; a duration of zero or less has passed at once. */
    public static Deadline after(Duration duration) {
        // Bounded so that the arithmetic cannot overflow: 146 years are enough.
        long nanos = duration.compareTo(Duration.ofNanos(Long.MAX_VALUE / 2)) > 0 ? Long.MAX_VALUE / 2 : duration.toNanos();
        return new Deadline(System.nanoTime(), Math.max(1, nanos));
    }

    /** Whether there is no deadline. */
    public boolean isNone() {
        return nanos == 0;
    }

    /** Nanoseconds left, negative when it has passed; {@link Long#MAX_VALUE} if there is none. */
    public long remainingNanos() {
        return isNone() ? Long.MAX_VALUE : nanos - (System.nanoTime() - start);
    }

    /** Milliseconds left, rounded up so that a rest is never 0; 0 when it has passed. */
    public long remainingMillis() {
        long left = remainingNanos();
        return left == Long.MAX_VALUE ? left : left <= 0 ? 0 : (left + 999_999) / 1_000_000;
    }

    /** Whether it has passed. */
    public boolean hasPassed() {
        return remainingNanos() <= 0;
    }

    /** The nearer of the two. */
    public Deadline nearer(Deadline other) {
        return other.remainingNanos() < remainingNanos() ? other : this;
    }

    /** When it passes, on the clock of {@link System#nanoTime()}; of no meaning if there is none. */
    public long nanoTime() {
        return start + nanos;
    }

    /** How long the whole was, from its making on. */
    public Duration total() {
        return Duration.ofNanos(nanos);
    }

    @Override
    public String toString() {
        return isNone() ? "no deadline" : TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }
}
