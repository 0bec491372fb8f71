package io.quarkiverse.volo.thrift.generic;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.smallrye.mutiny.Uni;

/**
 * Answers every method of a service, without its generated interface: for gateways and mocks.
 *
 * <pre>{@code
 * @VoloService(HelloService.class)
 * public class Anything implements GenericService {
 *
 *     @Override
 *     public Uni<Object> call(MethodDescriptor method, Map<String, Object> arguments) {
 *         return Uni.createFrom().item(Map.of("message", "You called " + method.name()));
 *     }
 * }
 * }</pre>
 */
public interface GenericService {

    /**
     * Answers a call; runs on the event loop and must not block it.
     *
     * @param method which method, and what the IDL says of it
     * @param arguments by their names, as {@link io.quarkiverse.volo.thrift.dynamic.DynamicStruct} says
     * @return the result, with values that {@link io.quarkiverse.volo.thrift.dynamic.DynamicStruct#of} takes; {@code null}
     *         of a void method. A {@link io.quarkiverse.volo.thrift.dynamic.DynamicException} is an exception that the
     *         method declares.
     */
    Uni<@Nullable Object> call(MethodDescriptor method, Map<String, Object> arguments);

    /** The same with a plain result; runs on a worker thread. */
    interface Blocking {

        /** Answers a call; see {@link GenericService#call}. */
        @Nullable
        Object call(MethodDescriptor method, Map<String, Object> arguments);
    }
}
