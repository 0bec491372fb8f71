package io.quarkiverse.volo.grpc.codec;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The value of {@code grpc-timeout}: how long the caller still waits; see gRPC over HTTP2, "Timeout". */
public final class GrpcTimeout {

    /** At most 8 digits, which also rules out overflow where they are read. */
    private static final int MAX_DIGITS = 8;
    private static final long LARGEST = 99_999_999;

    private static final TimeUnit[] WRITTEN = { TimeUnit.MILLISECONDS, TimeUnit.SECONDS, TimeUnit.MINUTES };

    private GrpcTimeout() {
    }

    /**
     * Writes a time, rounded up so that a rest is never nothing: in milliseconds as long as they fit, that is up to 27 hours,
     * then in larger units.
     *
     * @param nanos what is left; at most 1 ms, and negative, is written as 1 ms
     */
    public static String format(long nanos) {
        for (TimeUnit unit : WRITTEN) {
            long value = roundedUp(nanos, unit);
            if (value <= LARGEST) {
                return value + symbol(unit);
            }
        }
        // 292 years, the most that nanoseconds can tell, are less than 8 digits of hours.
        return roundedUp(nanos, TimeUnit.HOURS) + symbol(TimeUnit.HOURS);
    }

    private static long roundedUp(long nanos, TimeUnit unit) {
        return nanos <= 0 ? 1 : (nanos - 1) / unit.toNanos(1) + 1;
    }

    /**
     * Reads a time.
     *
     * @throws IllegalArgumentException if the text is anything else than 1 to 8 digits and one of the letters H, M, S, m, u, n
     */
    public static Duration parse(CharSequence text) {
        int digits = text.length() - 1;
        if (digits < 1 || digits > MAX_DIGITS) {
            throw bad(text);
        }
        long value = 0;
        for (int i = 0; i < digits; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw bad(text);
            }
            value = value * 10 + (digit - '0');
        }
        return switch (text.charAt(digits)) {
            case 'H' -> Duration.ofHours(value);
            case 'M' -> Duration.ofMinutes(value);
            case 'S' -> Duration.ofSeconds(value);
            case 'm' -> Duration.ofMillis(value);
            case 'u' -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(value));
            case 'n' -> Duration.ofNanos(value);
            default -> throw bad(text);
        };
    }

    private static String symbol(TimeUnit unit) {
        return switch (unit) {
            case HOURS -> "H";
            case MINUTES -> "M";
            case SECONDS -> "S";
            default -> "m";
        };
    }

    private static IllegalArgumentException bad(CharSequence text) {
        String shown = text.length() > 32 ? text.subSequence(0, 32) + "..." : text.toString();
        return new IllegalArgumentException(
                "grpc-timeout: '" + shown + "' (expected: 1 to 8 digits and a unit of H, M, S, m, u or n, as in 100m)");
    }
}
