package io.quarkiverse.volo.grpc.server;

import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.service.Service;

/**
 * Leads a method's calls to the service that answers them.
 *
 * @param method the method
 * @param service takes a message or a {@code Multi} of messages, and answers a message or a {@code Multi} of messages, as the
 *        method's kind says
 * @param callee who is called: the same for all calls
 */
record Route<Q, R>(GrpcMethod<Q, R> method, Service<Object, Object> service, Endpoint callee) {

    boolean takesStream() {
        return method.kind() == CallKind.CLIENT_STREAMING || method.kind() == CallKind.BIDIRECTIONAL;
    }

    boolean answersStream() {
        return method.kind() == CallKind.SERVER_STREAMING || method.kind() == CallKind.BIDIRECTIONAL;
    }
}
