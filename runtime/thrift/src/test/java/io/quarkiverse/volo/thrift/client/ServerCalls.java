package io.quarkiverse.volo.thrift.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.Messages;

/** A client that pipelines: sends many requests before it reads a reply. */
final class ServerCalls implements AutoCloseable {

    private final Socket socket;

    ServerCalls(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
    }

    void send(int count, String text) throws IOException {
        for (int i = 0; i < count; i++) {
            ByteBuf request = Messages.call(Echo.ECHO, i, text);
            request.readBytes(socket.getOutputStream(), request.readableBytes());
            request.release();
        }
    }

    void expectReplies(int count) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        for (int i = 0; i < count; i++) {
            in.readFully(new byte[in.readInt()]);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
