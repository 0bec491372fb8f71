package io.quarkiverse.volo.context;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The moment at which a call has failed if it has not ended; on the clock of {@link System#nanoTime()}. */
public final class Deadline {

    /** No deadline at all. */
    public static final Deadline NONE = new Deadline(0, 0, "");

    // Bounded so that the arithmetic cannot overflow: 146 years are enough.
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final long start;
    private final long nanos;
    private final String source;

    private Deadline(long start, long nanos, String source) {
        this.start = start;
        this.nanos = nanos;
        this.source = source;
    }

    /** A deadline that far from now; a duration of zero or less has passed at once. */
    public static Deadline after(Duration duration) {
        return after(duration, "");
    }

    /**
     * A deadline that far from now; a duration of zero or less has passed at once.
     *
     * @param source what messages add to tell where it comes from, such as the key of its configuration
     */
    public static Deadline after(Duration duration, String source) {
        return since(System.nanoTime(), duration, source);
    }

    /**
     * A deadline that far from a moment that has been, such as a request's first byte; a duration of zero or less has passed at
     * once.
     *
     * @param start the moment, on the clock of {@link System#nanoTime()}
     * @param source what messages add to tell where it comes from
     */
    public static Deadline since(long start, Duration duration, String source) {
        long nanos = duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
        return new Deadline(start, Math.max(1, nanos), source);
    }

    /** The same moment, counted from now on: what is left for one who begins now. None if this is none. */
    public Deadline left() {
        if (isNone()) {
            return this;
        }
        long now = System.nanoTime();
        return new Deadline(now, Math.max(1, nanoTime() - now), "");
    }

    /** Whether the other one passes at the very same time. */
    public boolean isSameMoment(Deadline other) {
        return !isNone() && !other.isNone() && nanoTime() == other.nanoTime();
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

    /** The nearer of the two; this one if neither is. */
    public Deadline nearer(Deadline other) {
        return !other.isNone() && other.remainingNanos() < remainingNanos() ? other : this;
    }

    /** When it passes, on the clock of {@link System#nanoTime()}; of no meaning if there is none. */
    public long nanoTime() {
        return start + nanos;
    }

    /** How long the whole was, from its making on. */
    public Duration total() {
        return Duration.ofNanos(nanos);
    }

    /** What messages add to tell where it comes from; empty if there is nothing to add. */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return isNone() ? "no deadline" : TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }
}
