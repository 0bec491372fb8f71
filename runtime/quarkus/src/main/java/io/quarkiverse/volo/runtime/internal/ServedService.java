package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import io.quarkiverse.volo.thrift.stub.ServiceDefinition;

/**
 * A service and the bean that serves it.
 *
 * @param blocking whether the bean implements the interface with plain methods
 * @param generic whether that is the interface that answers the methods of any service
 * @param bean the identifier of the bean
 * @param models which thread runs each method, in the order of the definition's methods
 * @param layers the identifiers of the bean's own layers, outermost first
 * @param requestContext whether calls have an active request context
 */
record ServedService(ServiceDefinition<?, ?> definition, boolean blocking, boolean generic, String bean,
        List<ExecutionModel> models,
        List<String> layers, boolean requestContext) {
}
