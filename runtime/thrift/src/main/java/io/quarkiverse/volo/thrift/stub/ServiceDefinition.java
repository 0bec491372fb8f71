package io.quarkiverse.volo.thrift.stub;

import java.util.List;

import io.quarkiverse.volo.thrift.ThriftMethod;

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
