package io.quarkiverse.volo.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Framed strict Binary messages behind a TTHeader, whose info block is that of Volo's client with one persistent key more.
 * What servers write into the header of a reply differs: the first one is read in full, and all others of that server must be
 * the same but for the number.
 */
final class TTHeaderFrames implements Frames {

    static final int MULTIPLEXED = 0x0001;

    private static final int MAGIC = 0x1000;
    private static final int SEQUENCE_ID = 8;
    private static final int HEADER_SIZE = 12;
    /** Up to what the header size counts from. */
    private static final int PREFIX = 14;
    private static final int LARGEST_REPLY_HEADER = 1024;

    private final EchoFrames message;
    private final int flags;
    private final byte[] requestHeader;
    private byte[] replyHeader = {};

    private TTHeaderFrames(EchoFrames message, String service, String method, int flags) {
        this.message = message;
        this.flags = flags;
        requestHeader = header(message.requestSize(), flags, info(service, method));
    }

    /** Each reply is to come when its turn is. */
    static TTHeaderFrames inOrder(String service, String method) {
        return new TTHeaderFrames(new EchoFrames(method, Benchmark.TEXT_BYTES), service, method, 0);
    }

    /** Requests say that their replies may come in any order. */
    static TTHeaderFrames multiplexed(String service, String method) {
        return new TTHeaderFrames(new EchoFrames(method, Benchmark.TEXT_BYTES), service, method, MULTIPLEXED);
    }

    private static byte[] header(int payload, int flags, byte[] info) {
        int size = (info.length + 3) / 4 * 4;
        return ByteBuffer.allocate(PREFIX + size).putInt(PREFIX - 4 + size + payload).putShort((short) MAGIC)
                .putShort((short) flags).putInt(0).putShort((short) (size / 4)).put(info).array();
    }

    /** Protocol and transforms, then the blocks of strings and of numbered values in the order in which Volo writes them. */
    private static byte[] info(String service, String method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream data = new DataOutputStream(bytes);
            data.write(new byte[2]);
            data.writeByte(1);
            data.writeShort(3);
            text(data, "RPC_PERSIST_K", "v");
            text(data, "RPC_PERSIST_TENANT", "acme");
            text(data, "isn", service);
            data.writeByte(0x10);
            data.writeShort(6);
            numbered(data, 16, "3");
            // Half a minute instead of Volo's second: no call may fail as long as the compilers have not done their work.
            numbered(data, 12, "30000");
            numbered(data, 3, "");
            numbered(data, 9, method);
            numbered(data, 6, "echo");
            numbered(data, 11, "127.0.0.1:8001");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream data, String key, String value) throws IOException {
        data.writeUTF(key);
        data.writeUTF(value);
    }

    private static void numbered(DataOutputStream data, int key, String value) throws IOException {
        data.writeShort(key);
        data.writeUTF(value);
    }

    @Override
    public int requestSize() {
        return requestHeader.length + message.requestSize();
    }

    @Override
    public int largestReply() {
        return LARGEST_REPLY_HEADER + message.largestReply();
    }

    @Override
    public boolean anyOrder() {
        return flags == MULTIPLEXED;
    }

    @Override
    public void putRequest(ByteBuffer target, int number) {
        int at = target.position();
        target.put(requestHeader);
        target.putInt(at + SEQUENCE_ID, number);
        message.putRequest(target, number);
    }

    @Override
    public int replySize(ByteBuffer source, int at, int available) throws IOException {
        if (available < 4) {
            return 0;
        }
        int size = 4 + source.getInt(at);
        if (size < PREFIX || size > largestReply()) {
            throw new IOException("a wrong reply of " + size + " bytes");
        }
        return available >= size ? size : 0;
    }

    @Override
    public int numberOf(ByteBuffer source, int at, int size) throws IOException {
        if (replyHeader.length == 0) {
            replyHeader = firstHeader(source.slice(at, size));
        }
        ByteBuffer expected = ByteBuffer.wrap(replyHeader);
        int rest = SEQUENCE_ID + 4;
        int headerSize = replyHeader.length;
        if (size < headerSize
                || source.slice(at, SEQUENCE_ID).mismatch(expected.slice(0, SEQUENCE_ID)) >= 0
                || source.slice(at + rest, headerSize - rest).mismatch(expected.slice(rest, headerSize - rest)) >= 0) {
            throw new IOException("a reply with another header than the first one");
        }
        int number = source.getInt(at + SEQUENCE_ID);
        int inMessage = message.numberOf(source, at + headerSize, size - headerSize);
        if (number != inMessage) {
            throw new IOException("a reply with the number " + number + " in its header and " + inMessage + " in its message");
        }
        return number;
    }

    private static byte[] firstHeader(ByteBuffer reply) throws IOException {
        if (reply.getShort(4) != MAGIC) {
            throw new IOException("a reply without a TTHeader");
        }
        int size = PREFIX + 4 * Short.toUnsignedInt(reply.getShort(HEADER_SIZE));
        if (size > reply.limit()) {
            throw new IOException("a reply with a header of " + size + " bytes, but only " + reply.limit() + " in all");
        }
        Map<String, String> info = read(reply.slice(PREFIX, size - PREFIX));
        if (info.containsKey("biz-status") || info.containsKey("crrst")) {
            throw new IOException("a reply that says " + info);
        }
        byte[] header = new byte[size];
        reply.get(0, header);
        return header;
    }

    /** What the info blocks say, numbered values by their numbers. */
    private static Map<String, String> read(ByteBuffer info) throws IOException {
        Map<String, String> values = new TreeMap<>();
        info.position(2);
        while (info.hasRemaining()) {
            int block = info.get();
            if (block != 0 && block != 1 && block != 0x10) {
                throw new IOException("a reply with an info block " + block);
            }
            for (int left = block == 0 ? 0 : info.getShort(); left > 0; left--) {
                String key = block == 1 ? text(info) : String.valueOf(info.getShort());
                values.put(key, text(info));
            }
        }
        return values;
    }

    private static String text(ByteBuffer info) {
        byte[] bytes = new byte[Short.toUnsignedInt(info.getShort())];
        info.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
