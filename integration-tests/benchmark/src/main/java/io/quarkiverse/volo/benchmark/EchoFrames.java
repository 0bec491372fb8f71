package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Framed strict Binary messages. */
final class EchoFrames implements Frames {

    private final int sequenceId;
    private final byte[] request;
    private final byte[] reply;

    EchoFrames(String method, int textBytes) {
        byte[] name = method.getBytes(StandardCharsets.US_ASCII);
        byte[] text = "x".repeat(textBytes).getBytes(StandardCharsets.US_ASCII);
        sequenceId = 4 + 4 + 4 + name.length;
        request = frame(1, name, 1, text);
        reply = frame(2, name, 0, text);
    }

    /** A framed strict Binary message, whose struct has one field that is a {@code Message}. */
    private static byte[] frame(int type, byte[] name, int field, byte[] text) {
        int length = 4 + 4 + name.length + 4 + 3 + 3 + 4 + text.length + 1 + 1;
        return ByteBuffer.allocate(4 + length).putInt(length).putInt(0x8001_0000 | type).putInt(name.length)
                .put(name).putInt(0)
                .put((byte) 12).putShort((short) field)
                .put((byte) 11).putShort((short) 1).putInt(text.length).put(text)
                .put((byte) 0).put((byte) 0).array();
    }

    @Override
    public int requestSize() {
        return request.length;
    }

    @Override
    public int largestReply() {
        return reply.length;
    }

    @Override
    public boolean anyOrder() {
        return false;
    }

    @Override
    public void putRequest(ByteBuffer target, int number) {
        int at = target.position();
        target.put(request);
        target.putInt(at + sequenceId, number);
    }

    @Override
    public int replySize(ByteBuffer source, int at, int available) {
        return available >= reply.length ? reply.length : 0;
    }

    @Override
    public int numberOf(ByteBuffer source, int at, int size) throws IOException {
        // Mismatch is vectorized, so checking costs next to nothing.
        ByteBuffer expected = ByteBuffer.wrap(reply);
        int rest = sequenceId + 4;
        if (size != reply.length
                || source.slice(at, sequenceId).mismatch(expected.slice(0, sequenceId)) >= 0
                || source.slice(at + rest, size - rest).mismatch(expected.slice(rest, size - rest)) >= 0) {
            throw new IOException("a wrong reply");
        }
        return source.getInt(at + sequenceId);
    }
}
