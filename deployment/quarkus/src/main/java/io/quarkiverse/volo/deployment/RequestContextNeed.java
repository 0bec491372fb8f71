package io.quarkiverse.volo.deployment;

import java.util.HashSet;
import java.util.Set;

import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.arc.processor.InterceptorInfo;

/**
 * Tells whether a bean's calls need an active request context: a bean that it reaches is request-scoped, or it looks beans up
 * by program, so that nobody knows which.
 */
final class RequestContextNeed {

    private final Set<BeanInfo> visited = new HashSet<>();

    /** Asked when all injection points are resolved. */
    boolean isNeededBy(BeanInfo bean) {
        if (BuiltinScope.REQUEST.is(bean.getScope())) {
            return true;
        }
        if (!visited.add(bean)) {
            return false;
        }
        for (InjectionPointInfo point : bean.getAllInjectionPoints()) {
            if (point.isProgrammaticLookup() || isNeededAt(point)) {
                return true;
            }
        }
        for (InterceptorInfo interceptor : bean.getBoundInterceptors()) {
            if (isNeededBy(interceptor)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNeededAt(InjectionPointInfo point) {
        BeanInfo dependency = point.getResolvedBean();
        return dependency != null && isNeededBy(dependency);
    }
}
