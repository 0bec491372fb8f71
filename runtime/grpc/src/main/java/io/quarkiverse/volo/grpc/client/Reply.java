package io.quarkiverse.volo.grpc.client;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;

/**
 * The reply's messages, from its headers on. Ends once, by {@link #end}, {@link #fail} or {@link #drop}.
 *
 * @param <R> a message
 */
interface Reply<R> {

    /** Its headers have come. */
    void begin(WireCall<?, ?> call);

    /**
     * Bytes have come, which stay the caller's.
     *
     * @return how many bytes have been consumed, padding included
     * @throws io.grpc.StatusRuntimeException if they are no reply; {@link #fail} follows
     */
    int dataRead(ByteBuf data, int padding);

    /**
     * Its trailers have come.
     *
     * @param failure what they say; {@code null}: that all is well
     */
    void end(@Nullable Throwable failure, WireCall<?, ?> call);

    /** It will not come to its end. */
    void fail(Throwable failure, WireCall<?, ?> call);

    /** Nobody waits for it. */
    void drop();
}
