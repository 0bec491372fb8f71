package io.quarkiverse.volo.grpc.codec;

import java.io.IOException;

import io.netty.buffer.ByteBuf;

/**
 * How a message becomes bytes and the reverse; without gRPC's frame around it. Stateless, for all threads.
 *
 * @param <T> a message
 */
public interface MessageCodec<T> {

    /** How many bytes {@link #write} will write. */
    int size(T message);

    /** Writes exactly {@link #size} bytes. */
    void write(T message, ByteBuf out) throws IOException;

    /**
     * Reads a message; what it holds shares no memory with the buffer.
     *
     * @param in the message, and nothing else
     * @throws IOException if the bytes are none
     */
    T read(ByteBuf in) throws IOException;
}
