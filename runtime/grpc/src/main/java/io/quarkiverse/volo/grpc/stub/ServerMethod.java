package io.quarkiverse.volo.grpc.stub;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.server.BeanMethod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * A method together with the bean's method that answers it.
 *
 * @param method the method
 * @param reactive answers without blocking; {@code null} if the bean's method is a plain one
 * @param blocking answers with a plain value; {@code null} if the bean's method answers a {@code Uni} or {@code Multi}
 * @param <Q> the request as a {@link io.quarkiverse.volo.service.Service} sees it: a message, or a {@code Multi} of messages
 * @param <R> the reply as a {@link io.quarkiverse.volo.service.Service} sees it: a message, or a {@code Multi} of messages
 */
public record ServerMethod<Q, R>(GrpcMethod<?, ?> method, @Nullable Function<Q, Uni<R>> reactive,
        @Nullable Function<Q, @Nullable R> blocking) implements BeanMethod<Q, R> {

    public static <Q, R> ServerMethod<Q, R> unary(GrpcMethod<Q, R> method, Function<Q, Uni<R>> answer) {
        return new ServerMethod<>(method, answer, null);
    }

    /** A plain unary method. */
    public static <Q, R> ServerMethod<Q, R> blocking(GrpcMethod<Q, R> method, Function<Q, @Nullable R> answer) {
        return new ServerMethod<>(method, null, answer);
    }

    public static <Q, R> ServerMethod<Q, Multi<R>> serverStreaming(GrpcMethod<Q, R> method, Function<Q, Multi<R>> answer) {
        return new ServerMethod<>(method, request -> Uni.createFrom().item(answer.apply(request)), null);
    }

    public static <Q, R> ServerMethod<Multi<Q>, R> clientStreaming(GrpcMethod<Q, R> method,
            Function<Multi<Q>, Uni<R>> answer) {
        return new ServerMethod<>(method, answer, null);
    }

    public static <Q, R> ServerMethod<Multi<Q>, Multi<R>> bidirectional(GrpcMethod<Q, R> method,
            Function<Multi<Q>, Multi<R>> answer) {
        return new ServerMethod<>(method, requests -> Uni.createFrom().item(answer.apply(requests)), null);
    }
}
