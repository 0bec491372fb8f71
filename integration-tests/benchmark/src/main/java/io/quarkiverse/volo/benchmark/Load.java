package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** The closed loop: one thread that keeps a window of requests under way on each of its connections. */
final class Load implements AutoCloseable {

    private static final int SELECT_MILLIS = 100;
    private static final long OWN_PROCESS = ProcessHandle.current().pid();

    private final int window;
    private final Selector selector = Selector.open();
    private final List<Windowed> connections = new ArrayList<>();
    private boolean draining;
    private long replies;

    /**
     * @param replies how many came
     * @param nanos how long it took
     * @param ownCpuNanos what this process itself used
     */
    record Result(long replies, long nanos, long ownCpuNanos) {

        Result plusCpu(long cpuNanos) {
            return new Result(replies, nanos, ownCpuNanos + cpuNanos);
        }
    }

    Load(Frames frames, int port, Shape shape) throws IOException {
        this.window = shape.window();
        for (int i = 0; i < shape.connections(); i++) {
            connections.add(new Windowed(frames, port));
        }
    }

    /** Sends for that long, and waits for what is under way then, so that the server is at rest while others are measured. */
    Result run(long nanos) throws IOException {
        long cpuBefore = Subject.cpuNanos(OWN_PROCESS);
        long before = replies;
        long start = System.nanoTime();
        draining = false;
        for (Windowed connection : connections) {
            connection.allRead();
        }
        while (System.nanoTime() - start < nanos) {
            selector.select(Connection::read, SELECT_MILLIS);
        }
        draining = true;
        while (connections.stream().anyMatch(connection -> connection.underWay() > 0)) {
            selector.select(Connection::read, SELECT_MILLIS);
        }
        return new Result(replies - before, System.nanoTime() - start, Subject.cpuNanos(OWN_PROCESS) - cpuBefore);
    }

    @Override
    public void close() throws IOException {
        for (Windowed connection : connections) {
            connection.close();
        }
        selector.close();
    }

    private final class Windowed extends Connection {

        Windowed(Frames frames, int port) throws IOException {
            super(frames, port, window, selector);
        }

        @Override
        void replied() {
            replies++;
        }

        @Override
        void allRead() throws IOException {
            if (!draining) {
                send(window - underWay());
            }
        }
    }
}
