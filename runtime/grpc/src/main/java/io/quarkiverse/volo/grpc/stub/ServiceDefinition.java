package io.quarkiverse.volo.grpc.stub;

import java.util.List;

import com.google.protobuf.Descriptors.FileDescriptor;

import io.quarkiverse.volo.grpc.GrpcMethod;

/**
 * A gRPC service as generated from its IDL: makes its clients, and leads the calls of its methods to a bean. Generated classes
 * have a public constructor without parameters, so nothing needs reflection.
 *
 * @param <S> the interface with {@code Uni} and {@code Multi} methods
 * @param <B> the interface whose unary methods are plain
 */
public interface ServiceDefinition<S, B> {

    /** The service's full name, with its package if it has one. */
    String serviceName();

    /** The file that declares the service. */
    FileDescriptor file();

    /** The interface with {@code Uni} and {@code Multi} methods. */
    Class<S> type();

    /** The interface whose unary methods are plain. */
    Class<B> blockingType();

    /** All methods, in the order of the IDL. */
    List<GrpcMethod<?, ?>> methods();

    /** Leads each method, in the order of {@link #methods()}, to the bean. */
    List<ServerMethod<?, ?>> serve(S bean);

    /** Leads each method, in the order of {@link #methods()}, to the bean. */
    List<ServerMethod<?, ?>> serveBlocking(B bean);

    /** A client; it also implements the generated nested interface {@code Client}. */
    S client(GrpcStub stub);

    /** A client that waits; it also implements the generated nested interface {@code BlockingClient}. */
    B blockingClient(GrpcStub stub);
}
