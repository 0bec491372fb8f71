package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericMethods;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;

/**
 * A Thrift service and the bean that serves it.
 *
 * @param generic whether the bean answers the methods of any service
 */
record ThriftServed(ServiceDefinition<?, ?> definition, boolean generic, ServedBean by) {

    /** Asks the container for the bean. */
    List<ServerMethod<?, ?>> methods() {
        Object bean = Beans.byIdentifier(by.bean());
        return generic ? genericMethods(definition.descriptor(), bean) : methods(definition, bean);
    }

    private List<ServerMethod<?, ?>> genericMethods(ServiceDescriptor service, Object bean) {
        return by.blocking() ? GenericMethods.serveBlocking(service, (GenericService.Blocking) bean)
                : GenericMethods.serve(service, (GenericService) bean);
    }

    private <S, B> List<ServerMethod<?, ?>> methods(ServiceDefinition<S, B> definition, Object bean) {
        return by.blocking() ? definition.serveBlocking(definition.blockingType().cast(bean))
                : definition.serve(definition.type().cast(bean));
    }
}
