package org.acme.drain;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Watches the health of a server and tells what comes in the order in which it comes, which a client's library would hide. */
final class WatchingSocket implements AutoCloseable {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private final Socket socket;
    private final DataInputStream in;

    WatchingSocket(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        send(SETTINGS, 0, 0);
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        header(headers, ":method", "POST");
        header(headers, ":scheme", "http");
        header(headers, ":path", "/grpc.health.v1.Health/Watch");
        header(headers, "content-type", "application/grpc");
        header(headers, "te", "trailers");
        send(HEADERS, END_HEADERS, 1, headers.toByteArray());
        // An empty message: the server as a whole.
        send(DATA, END_STREAM, 1, new byte[5]);
    }

    /** HPACK's literal, which it does not keep. */
    private static void header(ByteArrayOutputStream headers, String name, String value) {
        headers.write(0);
        headers.write(name.length());
        headers.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        headers.write(value.length());
        headers.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void send(int type, int flags, int stream, byte... payload) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] { 0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream });
        out.write(payload);
    }

    /** The next that matters: a status, {@code trailers} or {@code GOAWAY}. */
    String next() throws IOException {
        while (true) {
            int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == DATA && length == 7) {
                return payload[6] == 1 ? "SERVING" : payload[6] == 2 ? "NOT_SERVING" : "status " + payload[6];
            } else if (type == GOAWAY) {
                return "GOAWAY";
            } else if (type == HEADERS && (flags & END_STREAM) != 0) {
                return "trailers";
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
