package io.quarkiverse.volo.grpc.stub;

import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.smallrye.mutiny.Multi;

/**
 * What a generated client stands on: prepares its methods. Each is asked once per client and method, and the name of each says
 * of which {@linkplain GrpcMethod#kind() kind} the method must be.
 */
public interface GrpcStub {

    <Q, R> ClientMethod<Q, R> unary(GrpcMethod<Q, R> method);

    /** Of the call, the {@code Uni} is its opening and the {@code Multi} its body; {@link Streams#of} makes one of both. */
    <Q, R> ClientMethod<Q, Multi<R>> serverStreaming(GrpcMethod<Q, R> method);

    <Q, R> ClientMethod<Multi<Q>, R> clientStreaming(GrpcMethod<Q, R> method);

    /** Of the call, the {@code Uni} is its opening and the {@code Multi} its body; {@link Streams#of} makes one of both. */
    <Q, R> ClientMethod<Multi<Q>, Multi<R>> bidirectional(GrpcMethod<Q, R> method);
}
