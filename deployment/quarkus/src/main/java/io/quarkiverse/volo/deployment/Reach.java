package io.quarkiverse.volo.deployment;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.arc.processor.InterceptorInfo;

/**
 * Tells whether a bean leads to beans of some sort, itself, by what it is given and by what is around it; or looks beans up by
 * program, so that nobody knows which.
 */
final class Reach {

    private final Predicate<BeanInfo> sort;
    private final Set<BeanInfo> visited = new HashSet<>();

    private Reach(Predicate<BeanInfo> sort) {
        this.sort = sort;
    }

    /** To a request-scoped bean: then calls need an active request context. */
    static Reach requestContext() {
        return new Reach(bean -> BuiltinScope.REQUEST.is(bean.getScope()));
    }

    /** To the bean that knows who calls, as the interceptors of security annotations do. */
    static Reach identity() {
        return new Reach(bean -> bean.hasType(VoloNames.CURRENT_IDENTITY));
    }

    /** Asked when all injection points are resolved. */
    boolean isReachedFrom(BeanInfo bean) {
        if (sort.test(bean)) {
            return true;
        }
        if (!visited.add(bean)) {
            return false;
        }
        for (InjectionPointInfo point : bean.getAllInjectionPoints()) {
            if (point.isProgrammaticLookup() || isReachedAt(point)) {
                return true;
            }
        }
        for (InterceptorInfo interceptor : bean.getBoundInterceptors()) {
            if (isReachedFrom(interceptor)) {
                return true;
            }
        }
        return false;
    }

    private boolean isReachedAt(InjectionPointInfo point) {
        BeanInfo dependency = point.getResolvedBean();
        return dependency != null && isReachedFrom(dependency);
    }
}
