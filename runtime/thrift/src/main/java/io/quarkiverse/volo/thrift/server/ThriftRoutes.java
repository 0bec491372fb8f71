package io.quarkiverse.volo.thrift.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;

/**
 * The methods that a server serves. A request finds its method by the service that its TTHeader names, if there is one of that
 * name; else by the method's name, which is one service's alone or else the default service's. Immutable.
 */
public final class ThriftRoutes {

    /** Serves nothing. */
    public static final ThriftRoutes NONE = new ThriftRoutes(Map.of(), Map.of(), null);

    private final Map<String, Map<String, Route<?, ?>>> byService;
    private final Map<String, Route<?, ?>> byMethod;
    private final @Nullable String refusal;

    private ThriftRoutes(Map<String, Map<String, Route<?, ?>>> byService, Map<String, Route<?, ?>> byMethod,
            @Nullable String refusal) {
        this.byService = byService;
        this.byMethod = byMethod;
        this.refusal = refusal;
    }

    /**
     * Answers every request with an error; dev mode serves this while the application cannot be built.
     *
     * @param reason what the caller is told
     */
    public static ThriftRoutes refusing(String reason) {
        return new ThriftRoutes(Map.of(), Map.of(), reason);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** @param service the name in the request's TTHeader; {@code null}: it has none */
    @Nullable
    Route<?, ?> find(@Nullable String service, String method) {
        Map<String, Route<?, ?>> methods = service == null ? null : byService.get(service);
        return methods == null ? byMethod.get(method) : methods.get(method);
    }

    /** What the caller of a method without a route is told. */
    ThriftException refusal(@Nullable String service, String method) {
        if (refusal != null) {
            return new ThriftException(ThriftException.Type.INTERNAL_ERROR, refusal);
        }
        return new ThriftException(ThriftException.Type.UNKNOWN_METHOD, "unknown method: '" + method + "'"
                + (service == null ? ""
                        : byService.containsKey(service) ? " of service '" + service + "'"
                                : "; nor is there a service '" + service + "'"));
    }

    /** Collects routes; made when a server starts. */
    public static final class Builder {

        private final Map<String, RoutedService> services = new HashMap<>();
        private final Map<String, Map<String, Route<?, ?>>> byService = new TreeMap<>();
        private @Nullable String defaultService;

        private Builder() {
        }

        /**
         * Has a service answer the requests that name none, or an unknown one, where several services have a method of that
         * name.
         */
        public Builder defaultService(@Nullable String name) {
            this.defaultService = name;
            return this;
        }

        /**
         * Adds a method.
         *
         * @param service the whole path to the bean, its layers included
         * @throws IllegalArgumentException if the method has been added already
         */
        public <Q, R> Builder add(ThriftMethod<Q, R> method, Service<Q, R> service) {
            RoutedService of = services.computeIfAbsent(method.service(), RoutedService::new);
            Map<String, Route<?, ?>> methods = byService.computeIfAbsent(method.service(), name -> new HashMap<>());
            if (methods.putIfAbsent(method.name(), new Route<>(method, service, of)) != null) {
                throw new IllegalArgumentException("method: " + method.fullName() + " (expected: once)");
            }
            return this;
        }

        /**
         * @throws IllegalArgumentException if several services have a method of the same name, and none is the default: a
         *         request that names no service could not be told apart; or if there is no service of the default's name
         */
        public ThriftRoutes build() {
            String wanted = defaultService;
            if (wanted != null && !byService.containsKey(wanted)) {
                throw new IllegalArgumentException(
                        "default service: '" + wanted + "' (expected: one of " + byService.keySet() + ")");
            }
            Map<String, List<Route<?, ?>>> named = new TreeMap<>();
            byService.values().forEach(methods -> methods
                    .forEach((name, route) -> named.computeIfAbsent(name, any -> new ArrayList<>()).add(route)));
            Map<String, Route<?, ?>> byMethod = new HashMap<>();
            named.forEach((name, routes) -> {
                Route<?, ?> route = routes.size() == 1 ? routes.get(0) : chosen(routes);
                if (route != null) {
                    byMethod.put(name, route);
                }
            });
            Map<String, Map<String, Route<?, ?>>> copies = new HashMap<>();
            byService.forEach((name, methods) -> copies.put(name, Map.copyOf(methods)));
            return new ThriftRoutes(Map.copyOf(copies), Map.copyOf(byMethod), null);
        }

        /** {@code null}: the default service has no such method. */
        private @Nullable Route<?, ?> chosen(List<Route<?, ?>> routes) {
            if (defaultService == null) {
                throw new IllegalArgumentException("method: " + routes.get(0).method.name() + " of "
                        + routes.stream().map(route -> route.method.service()).toList()
                        + " (expected: names that differ, or a default service)");
            }
            return routes.stream().filter(route -> route.method.service().equals(defaultService)).findFirst().orElse(null);
        }
    }
}
