package io.quarkiverse.volo.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One of the generator's connections: sends numbered requests and checks every byte of their replies. */
abstract class Connection implements AutoCloseable {

    private final EchoFrames frames;
    private final SocketChannel channel;
    private final ByteBuffer out;
    private final ByteBuffer in;
    private int sent;
    private int received;

    /** @param window how many requests are written or replies read at once, at most */
    Connection(EchoFrames frames, int port, int window, Selector selector) throws IOException {
        this.frames = frames;
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        out = ByteBuffer.allocateDirect(window * frames.requestSize());
        in = ByteBuffer.allocateDirect(window * frames.replySize());
    }

    /** A reply has come, and was right. */
    abstract void replied();

    /** Whatever could be read has been. */
    abstract void allRead() throws IOException;

    final int underWay() {
        return sent - received;
    }

    /** Sends so many requests, with one write. */
    final void send(int requests) throws IOException {
        out.clear();
        for (int i = 0; i < requests; i++) {
            frames.putRequest(out, ++sent);
        }
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    static void read(SelectionKey key) {
        try {
            ((Connection) key.attachment()).read();
        } catch (IOException e) {
            throw new IllegalStateException("a connection of the benchmark broke", e);
        }
    }

    private void read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed a connection");
        }
        int at = 0;
        for (; in.position() - at >= frames.replySize(); at += frames.replySize()) {
            if (!frames.isReply(in, at, ++received)) {
                throw new IOException("a wrong reply to request " + received);
            }
            replied();
        }
        if (at > 0) {
            in.flip().position(at);
            in.compact();
            allRead();
        }
    }

    @Override
    public final void close() throws IOException {
        channel.close();
    }
}
