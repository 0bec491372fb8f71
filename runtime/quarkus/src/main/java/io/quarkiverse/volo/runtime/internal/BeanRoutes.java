package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.grpc.server.GrpcRoutes;
import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkiverse.volo.server.BeanMethod;
import io.quarkiverse.volo.server.ServerOptions;
import io.quarkiverse.volo.server.ServerPipeline;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;

/** Leads the methods of all services to their beans, through all layers. */
final class BeanRoutes {

    private final ServerOptions options;
    private @Nullable Admission admission;

    private BeanRoutes(ServerOptions options) {
        this.options = options;
    }

    /**
     * Asks the container for the beans.
     *
     * @param standard served beside them
     */
    static Routes of(ServedServices served, StandardServices standard, ServerConfig config) {
        BeanRoutes beans = new BeanRoutes(ServerOptions.of(config.maxInFlight(), " (key: quarkus.volo.server.max-in-flight)",
                layers(served, config.layers())));
        return new Routes(beans.thrift(served), beans.grpc(served, standard));
    }

    private static List<Layer> layers(ServedServices served, Optional<List<String>> configured) {
        Problems.refuse(served.namedLayers().unknown("quarkus.volo.server.layers", configured));
        return served.namedLayers().inside(served.layers(), configured);
    }

    private ThriftRoutes thrift(ServedServices served) {
        ThriftRoutes.Builder routes = ThriftRoutes.builder().defaultService(served.defaultService());
        for (ThriftServed service : served.thrift()) {
            lead(service.definition().serviceName(), service.methods(), service.by(),
                    (method, path) -> add(routes, method, path));
        }
        return routes.build();
    }

    /** The path was made for the method. */
    @SuppressWarnings("unchecked")
    private static <Q, R> void add(ThriftRoutes.Builder routes, io.quarkiverse.volo.thrift.stub.ServerMethod<Q, R> method,
            Service<?, ?> path) {
        routes.add(method.method(), (Service<Q, R>) path);
    }

    private GrpcRoutes grpc(ServedServices served, StandardServices standard) {
        GrpcRoutes.Builder routes = GrpcRoutes.builder();
        for (GrpcServed service : served.grpc()) {
            lead(service.definition().serviceName(), service.methods(), service.by(),
                    (method, path) -> routes.add(method.method(), path));
        }
        standard.addTo(routes, served.grpc(), options);
        return routes.build();
    }

    private <M extends BeanMethod<?, ?>> void lead(String service, List<M> methods, ServedBean by,
            BiConsumer<M, Service<?, ?>> routes) {
        if (methods.size() != by.models().size()) {
            throw new IllegalStateException(service + ": " + methods.size() + " methods, but " + by.models().size()
                    + " when the application was built (expected: the same generated code)");
        }
        List<Layer> layers = Beans.layers(by.layers());
        for (int i = 0; i < methods.size(); i++) {
            BeanMethod<?, ?> method = methods.get(i);
            routes.accept(methods.get(i), path(method, by.models().get(i), layers, by));
        }
    }

    private <Q, R> Service<Q, R> path(BeanMethod<Q, R> method, ExecutionModel model, List<Layer> layers, ServedBean by) {
        return ServerPipeline.assemble(options, layers,
                new BeanService<>(method, model, by.requestContext(), by.identity() ? admission() : null));
    }

    /** One for all; nothing of it is loaded where no bean wants to know who calls. */
    private Admission admission() {
        Admission made = admission;
        if (made == null) {
            made = new SecurityAdmission();
            admission = made;
        }
        return made;
    }
}
