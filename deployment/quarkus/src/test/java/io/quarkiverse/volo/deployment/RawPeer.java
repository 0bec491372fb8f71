package io.quarkiverse.volo.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a free port, made by hand, that answers each call with its text and {@code ", says the peer"}; but a call with
 * the
 * text {@code "hush"} not at all.
 */
public final class RawPeer implements AutoCloseable {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final ServerSocket socket;

    public RawPeer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
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
                if (!text.equals("hush")) {
                    connection.reply(text + ", says the peer");
                }
            }
        } catch (IOException e) {
            open.decrementAndGet();
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
