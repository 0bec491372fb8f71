package io.quarkiverse.volo.client;

import io.smallrye.mutiny.Uni;

/**
 * One method of one client, ready to be called.
 *
 * @param <Q> the request
 * @param <R> the reply
 */
public interface ClientMethod<Q, R> {

    /**
     * A call, made anew at each subscription; it fails with a {@link io.quarkiverse.volo.error.VoloException} or a declared
     * one.
     */
    Uni<R> call(CallOptions options, Q request);

    /**
     * Makes a call and waits for its reply.
     *
     * @return the reply; that of a void method, whose type is {@link Void}, is {@code null}
     * @throws IllegalStateException at once, if the thread is an event loop, which must not wait
     */
    R await(CallOptions options, Q request);
}
