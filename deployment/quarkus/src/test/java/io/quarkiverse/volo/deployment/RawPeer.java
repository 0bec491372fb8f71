package io.quarkiverse.volo.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a free port, made by hand, that answers each call with its text and {@code ", says the peer"}; but a call with
 * the text {@code "hush"} not at all, and with {@code "wait"} only when the test says so.
 */
public final class RawPeer implements AutoCloseable {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final ServerSocket socket;
    private final String name;
    private final Semaphore ended = new Semaphore(0);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);

    /** On a free port; it says {@code ", says the peer"}. */
    public RawPeer() {
        this("localhost", 0, "the peer");
    }

    public RawPeer(String host, int port, String name) {
        this.name = name;
        try {
            socket = new ServerSocket(port, 10, InetAddress.getByName(host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many connections there have been. */
    public AtomicInteger accepted() {
        return accepted;
    }

    /** How many connections there are. */
    public AtomicInteger open() {
        return open;
    }

    /** How many calls with the text {@code "wait"} there have been. */
    public int waiting() {
        return waiting.get();
    }

    /** Lets so many of them be answered. */
    public void answer(int calls) {
        answers.release(calls);
    }

    /** Waits until a connection has ended; false if that takes too long. */
    public boolean awaitEndOfConnection() throws InterruptedException {
        return ended.tryAcquire(10, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                RawConnection connection = new RawConnection(socket.accept());
                accepted.incrementAndGet();
                open.incrementAndGet();
                start(() -> serve(connection));
            } catch (IOException e) {
                // This caller has gone: accept the next.
            }
        }
    }

    private void serve(RawConnection connection) {
        try (connection) {
            while (true) {
                String text = connection.receive();
                if (text.equals("wait")) {
                    waiting.incrementAndGet();
                    answers.acquireUninterruptibly();
                }
                if (!text.equals("hush")) {
                    connection.reply(text + ", says " + name);
                }
            }
        } catch (IOException e) {
            open.decrementAndGet();
            ended.release();
        }
    }

    private static void start(Runnable task) {
        Thread peer = new Thread(task, "raw peer");
        peer.setDaemon(true);
        peer.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
