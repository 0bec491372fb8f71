package io.quarkiverse.volo.thrift.stub;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.server.BeanMethod;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.smallrye.mutiny.Uni;

/**
 * A method together with the bean's method that answers it.
 *
 * @param method the method
 * @param reactive answers without blocking; {@code null} if the bean has plain methods
 * @param blocking answers with a plain value, {@code null} for a void method; {@code null} if the bean has {@code Uni} methods
 */
public record ServerMethod<Q, R>(ThriftMethod<Q, R> method, @Nullable Function<Q, Uni<R>> reactive,
        @Nullable Function<Q, @Nullable R> blocking) implements BeanMethod<Q, R> {

    public static <Q, R> ServerMethod<Q, R> reactive(ThriftMethod<Q, R> method, Function<Q, Uni<R>> answer) {
        return new ServerMethod<>(method, answer, null);
    }

    public static <Q, R> ServerMethod<Q, R> blocking(ThriftMethod<Q, R> method, Function<Q, @Nullable R> answer) {
        return new ServerMethod<>(method, null, answer);
    }
}
