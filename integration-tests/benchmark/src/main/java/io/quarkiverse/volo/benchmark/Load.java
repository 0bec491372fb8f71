package io.quarkiverse.volo.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** One thread that keeps a window of requests under way on each of its connections, and checks every reply. */
final class Load implements AutoCloseable {

    private final EchoFrames frames;
    private final int window;
    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private long replies;

    /**
     * @param replies how many came
     * @param nanos how long it took
     * @param ownCpuNanos what this thread itself used
     */
    record Result(long replies, long nanos, long ownCpuNanos) {
    }

    Load(EchoFrames frames, int port, int connections, int window) throws IOException {
        this.frames = frames;
        this.window = window;
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Connection(port));
        }
    }

    /** Sends for that long; the requests that are under way then stay so until the next run. */
    Result run(long nanos) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long before = replies;
        long start = System.nanoTime();
        for (Connection connection : connections) {
            connection.fill();
        }
        while (System.nanoTime() - start < nanos) {
            selector.select(key -> ((Connection) key.attachment()).read(), 100);
        }
        return new Result(replies - before, System.nanoTime() - start, threads.getCurrentThreadCpuTime() - cpuBefore);
    }

    /** Waits until nothing is under way, so that the server is at rest while others are measured. */
    void drain() throws IOException {
        for (Connection connection : connections) {
            connection.draining = true;
        }
        while (connections.stream().anyMatch(connection -> connection.underWay() > 0)) {
            selector.select(key -> ((Connection) key.attachment()).read(), 100);
        }
        for (Connection connection : connections) {
            connection.draining = false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }

    private final class Connection {

        private final SocketChannel channel;
        private final ByteBuffer out;
        private final ByteBuffer in;
        private int sent;
        private int received;
        private boolean draining;

        Connection(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            out = ByteBuffer.allocateDirect(window * frames.requestSize());
            in = ByteBuffer.allocateDirect(window * frames.replySize());
        }

        int underWay() {
            return sent - received;
        }

        /** Fills the window again, with one write for all that is missing. */
        void fill() throws IOException {
            out.clear();
            while (underWay() < window) {
                frames.putRequest(out, ++sent);
            }
            out.flip();
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        void read() {
            try {
                if (channel.read(in) < 0) {
                    throw new EOFException("the server closed a connection");
                }
                take();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void take() throws IOException {
            int at = 0;
            for (; in.position() - at >= frames.replySize(); at += frames.replySize()) {
                if (!frames.isReply(in, at, ++received)) {
                    throw new IllegalStateException("a wrong reply to request " + received);
                }
                replies++;
            }
            if (at > 0) {
                in.flip().position(at);
                in.compact();
                if (!draining) {
                    fill();
                }
            }
        }
    }
}
