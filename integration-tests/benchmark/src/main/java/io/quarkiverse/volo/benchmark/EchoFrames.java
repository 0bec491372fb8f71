package io.quarkiverse.volo.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The request and the reply of the echo, byte for byte. The generator knows nothing of Thrift but these: so it costs less than
 * any server, and still checks every byte of every reply.
 */
final class EchoFrames {

    private static final int SEQUENCE_ID = 4 + 4 + 4 + 4;

    private final byte[] request;
    private final byte[] reply;

    EchoFrames(int textBytes) {
        byte[] text = "x".repeat(textBytes).getBytes(StandardCharsets.US_ASCII);
        request = frame(1, 1, text);
        reply = frame(2, 0, text);
    }

    /** A framed strict Binary message of {@code echo}, whose struct has one field that is a {@code Message}. */
    private static byte[] frame(int type, int field, byte[] text) {
        int length = 4 + 4 + 4 + 4 + 3 + 3 + 4 + text.length + 1 + 1;
        return ByteBuffer.allocate(4 + length).putInt(length).putInt(0x8001_0000 | type).putInt(4)
                .put("echo".getBytes(StandardCharsets.US_ASCII)).putInt(0)
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

    void putRequest(ByteBuffer target, int sequenceId) {
        int at = target.position();
        target.put(request);
        target.putInt(at + SEQUENCE_ID, sequenceId);
    }

    /** Whether the reply at that position is the one to that request, in every byte. */
    boolean isReply(ByteBuffer source, int at, int sequenceId) {
        if (source.getInt(at + SEQUENCE_ID) != sequenceId) {
            return false;
        }
        // Mismatch is vectorized, so checking costs next to nothing.
        ByteBuffer expected = ByteBuffer.wrap(reply);
        return source.slice(at, SEQUENCE_ID).mismatch(expected.slice(0, SEQUENCE_ID)) < 0
                && source.slice(at + SEQUENCE_ID + 4, reply.length - SEQUENCE_ID - 4)
                        .mismatch(expected.slice(SEQUENCE_ID + 4, reply.length - SEQUENCE_ID - 4)) < 0;
    }
}
