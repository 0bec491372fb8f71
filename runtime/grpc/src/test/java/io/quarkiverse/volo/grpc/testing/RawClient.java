package io.quarkiverse.volo.grpc.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;

/** An HTTP/2 client that sends what it is told, sense or nonsense, by blocking calls. */
public final class RawClient implements AutoCloseable {

    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int PING = 6;
    public static final int GOAWAY = 7;
    public static final int WINDOW_UPDATE = 8;
    public static final int CONTINUATION = 9;

    public static final int END_STREAM = 1;
    public static final int ACK = 1;
    public static final int END_HEADERS = 4;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final DataInputStream in;
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);

    /** A frame that has come. */
    public record Frame(int type, int flags, int stream, byte[] payload) {

        public boolean endsStream() {
            return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }

        /** The error of a RST_STREAM or a GOAWAY. */
        public int error() {
            return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
        }
    }

    public RawClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write(PREFACE);
        send(SETTINGS, 0, 0);
    }

    public RawClient send(int type, int flags, int stream, byte... payload) throws IOException {
        return send(frame(type, flags, stream, payload));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    public static byte[] frame(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length).put((byte) (payload.length >> 16)).putShort((short) payload.length)
                .put((byte) type).put((byte) flags).putInt(stream).put(payload).array();
    }

    /** The headers of a call, as they should be. */
    public static Map<String, String> headersOf(String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":method", "POST");
        headers.put(":scheme", "http");
        headers.put(":path", path);
        headers.put(":authority", "test");
        headers.put("content-type", "application/grpc");
        headers.put("te", "trailers");
        return headers;
    }

    /** A header block, nothing of it compressed. */
    public static byte[] block(Map<String, String> headers) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        headers.forEach((name, value) -> {
            block.write(0);
            text(block, name);
            text(block, value);
        });
        return block.toByteArray();
    }

    private static void text(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = bytes.length;
        if (length < 127) {
            block.write(length);
        } else {
            block.write(127);
            for (length -= 127; length >= 128; length >>= 7) {
                block.write(length & 127 | 128);
            }
            block.write(length);
        }
        block.writeBytes(bytes);
    }

    public RawClient headers(int stream, Map<String, String> headers, boolean end) throws IOException {
        return send(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, block(headers));
    }

    public RawClient data(int stream, boolean end, byte... data) throws IOException {
        return send(DATA, end ? END_STREAM : 0, stream, data);
    }

    /** A message as it is sent, which is not compressed. */
    public static byte[] message(byte... content) {
        return ByteBuffer.allocate(5 + content.length).put((byte) 0).putInt(content.length).put(content).array();
    }

    /** The next frame; throws at the end. */
    public Frame next() throws IOException {
        int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(type, flags, stream, payload);
    }

    /** The next frame of this type, the others passed over. */
    public Frame next(int type) throws IOException {
        Frame frame = next();
        while (frame.type() != type) {
            skip(frame);
            frame = next();
        }
        return frame;
    }

    /** Headers depend on those that came before. */
    private void skip(Frame frame) throws IOException {
        if (frame.type() == HEADERS) {
            decode(frame);
        }
    }

    public Http2Headers decode(Frame headers) throws IOException {
        try {
            return decoder.decodeHeaders(headers.stream(), Unpooled.wrappedBuffer(headers.payload()));
        } catch (Http2Exception e) {
            throw new IOException(e);
        }
    }

    /** The headers that end this stream, or the first that do not if there is nothing else. */
    public Http2Headers trailers(int stream) throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.type() == RST_STREAM && frame.stream() == stream) {
                throw new IOException("stream reset: " + frame.error());
            }
            if (frame.type() == GOAWAY) {
                throw new IOException("connection closed: " + frame.error());
            }
            if (frame.type() == HEADERS) {
                Http2Headers headers = decode(frame);
                if (frame.stream() == stream && frame.endsStream()) {
                    return headers;
                }
            }
        }
    }

    /** The status and the message of a call, as in "3: what is wrong". */
    public String status(int stream) throws IOException {
        Http2Headers trailers = trailers(stream);
        CharSequence message = trailers.get("grpc-message");
        return trailers.get("grpc-status") + (message == null ? "" : ": " + message);
    }

    /** Whether the server closes the connection, whatever it says before. */
    public boolean isClosed() {
        try {
            while (true) {
                next();
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
