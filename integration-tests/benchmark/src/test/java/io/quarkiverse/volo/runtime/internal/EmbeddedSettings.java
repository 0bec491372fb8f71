package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.server.ServerOptions;
import io.quarkiverse.volo.server.ServerPipeline;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.smallrye.config.SmallRyeConfig;

/** What the running application's own server is put together from. */
public final class EmbeddedSettings {

    private EmbeddedSettings() {
    }

    public static ThriftServerOptions options() {
        return ServerSettings.of(config(), LaunchMode.NORMAL, tls()).thrift();
    }

    /** The routes to the methods of a bean with a {@code Uni}, with the built-in layers. */
    public static ThriftRoutes routes(List<ServerMethod<?, ?>> methods) {
        ThriftRoutes.Builder routes = ThriftRoutes.builder();
        ServerOptions options = ServerOptions.of(config().maxInFlight(), "", List.of());
        methods.forEach(method -> add(routes, options, method));
        return routes.build();
    }

    private static <Q, R> void add(ThriftRoutes.Builder routes, ServerOptions options, ServerMethod<Q, R> method) {
        routes.add(method.method(), ServerPipeline.assemble(options, List.of(),
                new BeanService<>(method, ExecutionModel.EVENT_LOOP, false, null)));
    }

    private static ServerConfig config() {
        return mapping(VoloConfig.class).server();
    }

    private static TlsConfigurations tls() {
        return new TlsConfigurations(Arc.container().instance(TlsConfigurationRegistry.class).get(), mapping(TlsConfig.class));
    }

    private static <T> T mapping(Class<T> type) {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(type);
    }
}
