package io.quarkiverse.volo.runtime.internal;

import java.util.List;

/**
 * A bean that serves a service.
 *
 * @param bean the identifier of the bean
 * @param blocking whether it implements the interface with plain methods
 * @param models which thread runs each method, in the order of the definition's methods
 * @param layers the identifiers of the bean's own layers, outermost first
 * @param requestContext whether calls have an active request context
 * @param identity whether it is found out who makes them
 */
public record ServedBean(String bean, boolean blocking, List<ExecutionModel> models, List<String> layers,
        boolean requestContext, boolean identity) {
}
