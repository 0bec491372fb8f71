package io.quarkiverse.volo.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The request and the reply of the echo in one transport. The generator knows nothing of Thrift but these: so it costs less
 * than any server, and still checks every byte of every reply.
 */
interface Frames {

    int requestSize();

    /** No reply has more bytes. */
    int largestReply();

    /** Whether replies may overtake each other: then a reply belongs to the request with its number. */
    boolean anyOrder();

    void putRequest(ByteBuffer target, int number);

    /** How many bytes the reply at that position has, or 0 if not all of it has come yet. */
    int replySize(ByteBuffer source, int at, int available) throws IOException;

    /**
     * The number of the request that the reply at that position answers.
     *
     * @throws IOException if any byte of it is wrong
     */
    int numberOf(ByteBuffer source, int at, int size) throws IOException;
}
