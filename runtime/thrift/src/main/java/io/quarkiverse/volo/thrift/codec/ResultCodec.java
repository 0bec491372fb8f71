package io.quarkiverse.volo.thrift.codec;

import org.jspecify.annotations.Nullable;

/** Reads and writes what a method answers: field 0 is the success, the others are the exceptions that it declares. */
public interface ResultCodec<R> {

    /**
     * Reads a result struct.
     *
     * @return the success, {@code null} for a void method
     * @throws RuntimeException the declared exception that the peer answered; or the failure to find either
     */
    @Nullable
    R read(ThriftReader in);

    /** Writes a success; {@code null} is for void methods only. */
    void writeSuccess(ThriftWriter out, @Nullable R value);

    /** Writes a declared exception; answers {@code false}, with nothing written, if the method does not declare it. */
    boolean writeFailure(ThriftWriter out, Throwable failure);
}
