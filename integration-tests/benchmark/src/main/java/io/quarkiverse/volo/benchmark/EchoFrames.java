package io.quarkiverse.volo.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The request and the reply of the echo, byte for byte. The generator knows nothing of Thrift but these: so it costs less than
 * any server, and still checks every byte of every reply.
 */
final class EchoFrames {

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

    int requestSize() {
        return request.length;
    }

    int replySize() {
        return reply.length;
    }

    void putRequest(ByteBuffer target, int number) {
        int at = target.position();
        target.put(request);
        target.putInt(at + sequenceId, number);
    }

    /** Whether the reply at that position is the one to that request, in every byte. */
    boolean isReply(ByteBuffer source, int at, int number) {
        if (source.getInt(at + sequenceId) != number) {
            return false;
        }
        // Mismatch is vectorized, so checking costs next to nothing.
        ByteBuffer expected = ByteBuffer.wrap(reply);
        int rest = sequenceId + 4;
        return source.slice(at, sequenceId).mismatch(expected.slice(0, sequenceId)) < 0
                && source.slice(at + rest, reply.length - rest).mismatch(expected.slice(rest, reply.length - rest)) < 0;
    }
}
