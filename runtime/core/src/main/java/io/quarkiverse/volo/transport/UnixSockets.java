package io.quarkiverse.volo.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Unix domain sockets: whether there are any here, and the files that stand for them. */
public final class UnixSockets {

    private UnixSockets() {
    }

    /** Whether this Vert.x instance can make them, which takes a native transport. */
    public static boolean areSupported(Vertx vertx) {
        return ((VertxInternal) vertx).transport().supportsDomainSockets();
    }

    /**
     * Makes room for a socket of that name: removes the one of a process that ended without doing so. What else is there stays.
     *
     * @throws IOException if there are no such sockets, if somebody listens on it, or if it is none at all; the message says
     *         which
     */
    static void makeRoom(Vertx vertx, String path) throws IOException {
        if (!areSupported(vertx)) {
            throw new IOException("there is no native transport, which Unix domain sockets take");
        }
        Path file = Path.of(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
            throw new IOException("the file exists and is no socket");
        }
        if (isListenedOn(path)) {
            throw new IOException("address already in use");
        }
        Files.deleteIfExists(file);
    }

    /** Asks the kernel. Does not wait: with a queue that is full somebody listens, too. */
    private static boolean isListenedOn(String path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            boolean unused = channel.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
