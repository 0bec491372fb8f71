package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkiverse.volo.server.ServerOptions;
import io.quarkiverse.volo.server.ServerPipeline;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.descriptor.ServiceDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericMethods;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;

/** Leads the methods of all services to their beans, through all layers. */
final class Routes {

    private final ThriftRoutes.Builder routes = ThriftRoutes.builder();
    private final ServerOptions options;

    private Routes(ServerOptions options) {
        this.options = options;
    }

    /** Asks the container for the beans. */
    static ThriftRoutes of(ServedServices served, ServerConfig config) {
        Routes routes = new Routes(ServerOptions.of(config.maxInFlight(), " (key: quarkus.volo.server.max-in-flight)",
                layers(served, config.layers())));
        routes.routes.defaultService(served.defaultService());
        served.services().forEach(routes::add);
        return routes.routes.build();
    }

    private static List<Layer> layers(ServedServices served, Optional<List<String>> configured) {
        Problems.refuse(served.namedLayers().unknown("quarkus.volo.server.layers", configured));
        return served.namedLayers().inside(served.layers(), configured);
    }

    private void add(ServedService service) {
        List<ServerMethod<?, ?>> methods = methods(service);
        if (methods.size() != service.models().size()) {
            throw new IllegalStateException(service.definition().serviceName() + ": " + methods.size() + " methods, but "
                    + service.models().size() + " when the application was built (expected: the same generated code)");
        }
        List<Layer> layers = Beans.layers(service.layers());
        for (int i = 0; i < methods.size(); i++) {
            add(methods.get(i), layers, service.models().get(i), service.requestContext());
        }
    }

    private <Q, R> void add(ServerMethod<Q, R> method, List<Layer> layers, ExecutionModel model, boolean requestContext) {
        Service<Q, R> bean = new BeanService<>(method, model, requestContext);
        routes.add(method.method(), ServerPipeline.assemble(options, layers, bean));
    }

    private static List<ServerMethod<?, ?>> methods(ServedService service) {
        Object bean = Beans.byIdentifier(service.bean());
        return service.generic() ? genericMethods(service.definition().descriptor(), bean, service.blocking())
                : methods(service.definition(), bean, service.blocking());
    }

    private static List<ServerMethod<?, ?>> genericMethods(ServiceDescriptor service, Object bean, boolean blocking) {
        return blocking ? GenericMethods.serveBlocking(service, (GenericService.Blocking) bean)
                : GenericMethods.serve(service, (GenericService) bean);
    }

    private static <S, B> List<ServerMethod<?, ?>> methods(ServiceDefinition<S, B> definition, Object bean, boolean blocking) {
        return blocking ? definition.serveBlocking(definition.blockingType().cast(bean))
                : definition.serve(definition.type().cast(bean));
    }
}
