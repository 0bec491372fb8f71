package io.quarkiverse.volo.server;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.RpcMethod;
import io.smallrye.mutiny.Uni;

/**
 * A method together with the bean's method that answers it, whatever the protocol. One of {@link #reactive} and
 * {@link #blocking} is there.
 *
 * @param <Q> the request as a {@link io.quarkiverse.volo.service.Service} sees it
 * @param <R> the reply as a {@link io.quarkiverse.volo.service.Service} sees it
 */
public interface BeanMethod<Q, R> {

    /** The method. */
    RpcMethod method();

    /** Answers without blocking; {@code null} if the bean's method is a plain one. */
    @Nullable
    Function<Q, Uni<R>> reactive();

    /** Answers with a plain value, {@code null} for a void method; {@code null} if the bean's method is no plain one. */
    @Nullable
    Function<Q, @Nullable R> blocking();
}
