package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.quarkiverse.volo.grpc.stub.ServiceDefinition;

/** A gRPC service and the bean that serves it. */
record GrpcServed(ServiceDefinition<?, ?> definition, ServedBean by) {

    /** Asks the container for the bean. */
    List<ServerMethod<?, ?>> methods() {
        return methods(definition, Beans.byIdentifier(by.bean()));
    }

    private <S, B> List<ServerMethod<?, ?>> methods(ServiceDefinition<S, B> definition, Object bean) {
        return by.blocking() ? definition.serveBlocking(definition.blockingType().cast(bean))
                : definition.serve(definition.type().cast(bean));
    }
}
