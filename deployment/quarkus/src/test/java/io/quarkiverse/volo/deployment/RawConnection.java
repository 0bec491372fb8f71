package io.quarkiverse.volo.deployment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A peer that speaks framed Thrift Binary over one TCP connection, knowing nothing of the code under test. */
public final class RawConnection implements AutoCloseable {

    private static final int VERSION = 0x8001_0000;
    private static final byte CALL = 1;
    private static final byte REPLY = 2;
    private static final byte EXCEPTION = 3;
    private static final byte STOP = 0;
    private static final byte STRING = 11;
    private static final byte STRUCT = 12;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private String method = "";
    private int sequenceId;

    public RawConnection(int port) throws IOException {
        this(connect(port));
    }

    /** One that is open. */
    public RawConnection(Socket accepted) throws IOException {
        socket = accepted;
        socket.setSoTimeout(60_000);
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getByName("localhost"), port), 5_000);
        return socket;
    }

    /** Calls a method whose argument and result are structs with one string; answers the string, or the error's message. */
    public String call(String method, String text) throws IOException {
        send(method, text);
        return receive();
    }

    public void send(String method, String text) throws IOException {
        this.method = method;
        sequenceId++;
        write(CALL, 1, text);
    }

    /** Answers the call that was received last. */
    void reply(String text) throws IOException {
        write(REPLY, 0, text);
    }

    private void write(byte type, int field, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(bytes);
        message.writeInt(VERSION | type);
        string(message, method);
        message.writeInt(sequenceId);
        field(message, STRUCT, field);
        field(message, STRING, 1);
        string(message, text);
        message.writeByte(0);
        message.writeByte(0);
        out.writeInt(bytes.size());
        out.write(bytes.toByteArray());
        out.flush();
    }

    /** Reads the first string of the next message, however deep it stands; empty if it has none. */
    public String receive() throws IOException {
        int size = in.readInt();
        DataInputStream frame = new DataInputStream(new java.io.ByteArrayInputStream(in.readNBytes(size)));
        int type = frame.readInt() & 0xff;
        method = string(frame);
        sequenceId = frame.readInt();
        for (byte field = frame.readByte(); field != STRING; field = frame.readByte()) {
            if (field == STOP) {
                return "";
            }
            if (field != STRUCT) {
                throw new IOException("a field of type " + field + " in a message of type " + type);
            }
            frame.readShort();
        }
        frame.readShort();
        return (type == EXCEPTION ? "error: " : "") + string(frame);
    }

    private static void field(DataOutputStream message, byte type, int id) throws IOException {
        message.writeByte(type);
        message.writeShort(id);
    }

    private static void string(DataOutputStream message, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        message.writeInt(bytes.length);
        message.write(bytes);
    }

    private static String string(DataInputStream message) throws IOException {
        return new String(message.readNBytes(message.readInt()), StandardCharsets.UTF_8);
    }

    public boolean isOpen() {
        return !socket.isClosed() && socket.isConnected();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
