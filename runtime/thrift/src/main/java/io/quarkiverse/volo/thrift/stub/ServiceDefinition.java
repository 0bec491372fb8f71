package io.quarkiverse.volo.thrift.stub;

import java.util.List;

import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;

/**
 * A Thrift service as generated from its IDL: makes its clients, and leads the calls of its methods to a bean. Generated
 * classes have a public constructor without parameters, so nothing needs reflection.
 *
 * @param <S> the interface with {@code Uni} methods
 * @param <B> the interface with plain methods
 */
public interface ServiceDefinition<S, B> {

    /** The service's name in the IDL. */
    String serviceName();

    /**
     * What the IDL says of the service; read when it is first asked for.
     *
     * @throws UnsupportedOperationException if the definition is not a generated one
     */
    default ServiceDescriptor descriptor() {
        throw new UnsupportedOperationException(serviceName() + ": has no descriptor (expected: a generated definition)");
    }

    /** The interface with {@code Uni} methods. */
    Class<S> type();

    /** The interface with plain methods. */
    Class<B> blockingType();

    /** All methods, inherited ones first, under this service's name. */
    List<ThriftMethod<?, ?>> methods();

    /** Leads each method, in the order of {@link #methods()}, to the bean. */
    List<ServerMethod<?, ?>> serve(S bean);

    /** Leads each method, in the order of {@link #methods()}, to the bean. */
    List<ServerMethod<?, ?>> serveBlocking(B bean);

    /** A client; it also implements the generated nested interface {@code Client}. */
    S client(ThriftStub stub);

    /** A client that waits; it also implements the generated nested interface {@code BlockingClient}. */
    B blockingClient(ThriftStub stub);
}
