package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;

/**
 * The open loop: requests leave at a fixed rate, whether or not replies come. A reply's time counts from when its request was
 * to leave, so that a server that stalls pays for all who would have called meanwhile.
 */
final class OpenLoad implements AutoCloseable {

    private static final long LONGEST_WAIT_NANOS = 10_000_000_000L;
    private static final int READ_AT_ONCE = 64;

    private final double nanosBetween;
    private final Selector selector = Selector.open();
    private final List<Paced> connections = new ArrayList<>();

    OpenLoad(Frames frames, int port, int connections, double callsPerSecond) throws IOException {
        this.nanosBetween = 1e9 / callsPerSecond;
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Paced(frames, port));
        }
    }

    /** Calls for that long, over all connections in turn; writes down how many nanoseconds each call took. */
    void run(long nanos, Histogram histogram) throws IOException {
        long start = System.nanoTime();
        long calls = (long) (nanos / nanosBetween);
        for (Paced connection : connections) {
            connection.times = histogram;
        }
        for (long call = 0; call < calls;) {
            // Never sleeps: to wake up takes longer than many a call. But others on its core go first: proxies call a server there.
            Thread.yield();
            for (long now = System.nanoTime(); call < calls && start + (long) (call * nanosBetween) <= now; call++) {
                connections.get((int) (call % connections.size())).call(start + (long) (call * nanosBetween));
            }
            selector.selectNow(Connection::read);
        }
        long end = System.nanoTime();
        while (connections.stream().anyMatch(connection -> connection.underWay() > 0)) {
            if (System.nanoTime() - end > LONGEST_WAIT_NANOS) {
                throw new IOException("replies are missing 10 s after the last request");
            }
            selector.selectNow(Connection::read);
        }
    }

    @Override
    public void close() throws IOException {
        for (Paced connection : connections) {
            connection.close();
        }
        selector.close();
    }

    private final class Paced extends Connection {

        private final ArrayDeque<Long> intended = new ArrayDeque<>();
        private Histogram times = new Histogram(2);

        Paced(Frames frames, int port) throws IOException {
            super(frames, port, READ_AT_ONCE, selector);
        }

        void call(long time) throws IOException {
            intended.add(time);
            send(1);
        }

        @Override
        void replied() {
            times.recordValue(System.nanoTime() - intended.remove());
        }

        @Override
        void allRead() {
        }
    }
}
