package io.quarkiverse.volo.grpc.transport;

import java.time.Duration;

/**
 * What one side of a connection grants its peer, and bears from it.
 *
 * @param streamWindow how many bytes of one stream the peer may send before some were consumed
 * @param connectionWindow how many bytes of all streams together; HTTP/2 has at least 65,535
 * @param maxConcurrentStreams how many streams the peer may have open; what it opens beyond that is refused, unprocessed
 * @param maxHeaderListSize how many bytes the headers of one message may have, counted as HTTP/2 counts: 32 for each more than
 *        name and value have
 * @param maxResets how many streams the peer may reset, or make this side reset, within {@link #resetPeriod}; then the
 *        connection is closed. 0: any number. Only a server's connection counts them
 * @param resetPeriod whole seconds
 */
public record ConnectionSettings(int streamWindow, int connectionWindow, int maxConcurrentStreams, int maxHeaderListSize,
        int maxResets, Duration resetPeriod) {

    /** 1 MiB, 4 MiB, 1,000 streams, 8 KiB, 2,000 resets in 10 seconds. */
    public static final ConnectionSettings DEFAULT = new ConnectionSettings(1024 * 1024, 4 * 1024 * 1024, 1_000, 8 * 1024,
            2_000, Duration.ofSeconds(10));

    /** What HTTP/2 begins with. */
    static final int SMALLEST_CONNECTION_WINDOW = 65_535;

    public ConnectionSettings {
        atLeast("stream window", streamWindow, 1);
        atLeast("connection window", connectionWindow, SMALLEST_CONNECTION_WINDOW);
        atLeast("max concurrent streams", maxConcurrentStreams, 1);
        atLeast("max header list size", maxHeaderListSize, 1);
        atLeast("max resets", maxResets, 0);
        if (resetPeriod.toSeconds() < 1) {
            throw new IllegalArgumentException("reset period: " + resetPeriod + " (expected: at least 1 second)");
        }
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least " + least + ")");
        }
    }

    public ConnectionSettings withStreamWindow(int streamWindow) {
        return new ConnectionSettings(streamWindow, connectionWindow, maxConcurrentStreams, maxHeaderListSize, maxResets,
                resetPeriod);
    }

    public ConnectionSettings withConnectionWindow(int connectionWindow) {
        return new ConnectionSettings(streamWindow, connectionWindow, maxConcurrentStreams, maxHeaderListSize, maxResets,
                resetPeriod);
    }

    public ConnectionSettings withMaxConcurrentStreams(int maxConcurrentStreams) {
        return new ConnectionSettings(streamWindow, connectionWindow, maxConcurrentStreams, maxHeaderListSize, maxResets,
                resetPeriod);
    }

    public ConnectionSettings withMaxHeaderListSize(int maxHeaderListSize) {
        return new ConnectionSettings(streamWindow, connectionWindow, maxConcurrentStreams, maxHeaderListSize, maxResets,
                resetPeriod);
    }

    public ConnectionSettings withMaxResets(int maxResets, Duration resetPeriod) {
        return new ConnectionSettings(streamWindow, connectionWindow, maxConcurrentStreams, maxHeaderListSize, maxResets,
                resetPeriod);
    }
}
