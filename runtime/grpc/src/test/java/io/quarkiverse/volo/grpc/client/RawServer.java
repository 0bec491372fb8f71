package io.quarkiverse.volo.grpc.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.quarkiverse.volo.context.Address;

/** A peer that writes whatever frames a test wants it to; each connection has a thread of its own. */
final class RawServer implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;

    private static final int PREFACE = 24;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    final AtomicInteger connections = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ServerSocket listening;
    private final Script script;

    /** What the peer does on a connection; when it returns, the connection is closed. */
    interface Script {

        void serve(Wire wire) throws IOException;
    }

    RawServer(Script script) {
        this.script = script;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                start(() -> serve(socket, number));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.serve(new Wire(socket, number));
        } catch (IOException e) {
            // the client has gone
        }
    }

    Address address() {
        return Address.of("127.0.0.1", listening.getLocalPort());
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A frame that the client has sent. */
    record Frame(int type, int flags, int stream, byte[] payload) {

        int number() {
            return (payload[0] & 0xFF) << 24 | (payload[1] & 0xFF) << 16 | (payload[2] & 0xFF) << 8 | payload[3] & 0xFF;
        }

        boolean endsStream() {
            return (flags & END_STREAM) != 0;
        }
    }

    /** One connection. */
    static final class Wire {

        /** Which of the server's it is, from 1 on. */
        final int number;
        private final DataInputStream in;
        private final OutputStream out;

        Wire(Socket socket, int number) throws IOException {
            this.number = number;
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        DataInputStream in() {
            return in;
        }

        OutputStream out() {
            return out;
        }

        /** Reads the preface, and says how many streams there may be; -1: as many as the client likes. */
        Wire greet(int maxStreams) throws IOException {
            in.readNBytes(PREFACE);
            frame(SETTINGS, 0, 0, maxStreams < 0 ? new byte[0]
                    : new byte[] { 0, 3, 0, 0, (byte) (maxStreams >> 8), (byte) maxStreams });
            return this;
        }

        Frame read() throws IOException {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            return new Frame(type, flags, stream, in.readNBytes(length));
        }

        /** The next frame of that type. */
        Frame read(int type) throws IOException {
            Frame frame = read();
            while (frame.type() != type) {
                frame = read();
            }
            return frame;
        }

        /** The stream of the next request that is complete. */
        int request() throws IOException {
            Frame frame = read();
            while (frame.type() != DATA || !frame.endsStream()) {
                frame = read();
            }
            return frame.stream();
        }

        void frame(int type, int flags, int stream, byte[] payload) throws IOException {
            ByteBuf frame = Unpooled.buffer().writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream)
                    .writeBytes(payload);
            out.write(frame.array(), 0, frame.readableBytes());
            out.flush();
        }

        void headers(int stream, boolean end, String... namesAndValues) throws IOException {
            Http2Headers headers = new DefaultHttp2Headers(false);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                headers.add(namesAndValues[i], namesAndValues[i + 1]);
            }
            ByteBuf block = Unpooled.buffer();
            try {
                new DefaultHttp2HeadersEncoder(Http2HeadersEncoder.ALWAYS_SENSITIVE).encodeHeaders(stream, headers, block);
            } catch (Http2Exception e) {
                throw new IOException(e);
            }
            byte[] payload = new byte[block.readableBytes()];
            block.readBytes(payload);
            frame(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, payload);
        }

        void data(int stream, boolean end, int... bytes) throws IOException {
            byte[] payload = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                payload[i] = (byte) bytes[i];
            }
            frame(DATA, end ? END_STREAM : 0, stream, payload);
        }

        /** The headers of any reply. */
        void begin(int stream) throws IOException {
            headers(stream, false, ":status", "200", "content-type", "application/grpc");
        }

        /** The reply "a", whole. */
        void answer(int stream) throws IOException {
            begin(stream);
            data(stream, false, 0, 0, 0, 0, 3, 10, 1, 'a');
            headers(stream, true, "grpc-status", "0");
        }

        void reset(int stream, int code) throws IOException {
            frame(RST_STREAM, 0, stream, number(code));
        }

        void goAway(int lastStream, int code) throws IOException {
            frame(GOAWAY, 0, 0, Unpooled.buffer(8, 8).writeInt(lastStream).writeInt(code).array());
        }

        void windowUpdate(int stream, int bytes) throws IOException {
            frame(WINDOW_UPDATE, 0, stream, number(bytes));
        }

        private static byte[] number(int value) {
            return Unpooled.buffer(4, 4).writeInt(value).array();
        }

        /** Reads on until the client closes. */
        void readToEnd() throws IOException {
            while (in.read() >= 0) {
                // on
            }
        }
    }
}
