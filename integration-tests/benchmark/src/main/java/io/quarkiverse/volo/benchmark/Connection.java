package io.quarkiverse.volo.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One of the generator's connections: sends numbered requests and checks every byte of their replies. */
abstract class Connection implements AutoCloseable {

    private final Frames frames;
    private final Numbers numbers;
    private final SocketChannel channel;
    private final ByteBuffer out;
    private final ByteBuffer in;

    /** @param window how many requests are written or replies read at once, at most */
    Connection(Frames frames, int port, int window, Selector selector) throws IOException {
        this.frames = frames;
        numbers = Numbers.of(frames, window);
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        out = ByteBuffer.allocateDirect(window * frames.requestSize());
        in = ByteBuffer.allocateDirect(window * frames.largestReply());
    }

    /** A reply has come, and was right. */
    abstract void replied();

    /** Whatever could be read has been. */
    abstract void allRead() throws IOException;

    final int underWay() {
        return numbers.underWay();
    }

    /** Sends so many requests, with one write. */
    final void send(int requests) throws IOException {
        out.clear();
        for (int i = 0; i < requests; i++) {
            frames.putRequest(out, numbers.next());
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
        for (int size = replySize(at); size > 0; size = replySize(at)) {
            int number = numberOf(at, size);
            if (!numbers.replied(number)) {
                throw new IOException("a reply with the number " + number + ", which no request had whose turn it is");
            }
            at += size;
            replied();
        }
        if (at > 0) {
            in.flip().position(at);
            in.compact();
            allRead();
        }
    }

    private int numberOf(int at, int size) throws IOException {
        try {
            return frames.numberOf(in, at, size);
        } catch (IOException e) {
            byte[] bytes = new byte[size];
            in.get(at, bytes);
            throw new IOException(e.getMessage() + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }

    private int replySize(int at) throws IOException {
        return frames.replySize(in, at, in.position() - at);
    }

    @Override
    public final void close() throws IOException {
        channel.close();
    }
}
