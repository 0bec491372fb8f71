package io.quarkiverse.volo.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server on a free port, made by hand, that answers each call with its text and {@code ", says the peer"}. */
public final class RawPeer implements AutoCloseable {

    private final ServerSocket socket;

    public RawPeer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread peer = new Thread(this::serve, "raw peer");
        peer.setDaemon(true);
        peer.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (RawConnection connection = new RawConnection(socket.accept())) {
                while (true) {
                    connection.reply(connection.receive() + ", says the peer");
                }
            } catch (IOException e) {
                // This caller has gone: serve the next.
            }
        }
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
