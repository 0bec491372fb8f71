package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.VoloServerStarted;
import io.quarkiverse.volo.grpc.services.HealthStatus;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.quarkus.runtime.shutdown.ShutdownListener;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;
import io.vertx.core.Vertx;

/** Starts the server. */
@Recorder
public class ServerRecorder {

    private static final ShutdownListener NOTHING_TO_DRAIN = new ShutdownListener() {
    };

    private final RuntimeValue<VoloConfig> config;
    private final RuntimeValue<ValueRegistry> values;
    private final RuntimeValue<ShutdownConfig> stopping;
    private final RuntimeValue<TlsConfig> tls;

    public ServerRecorder(RuntimeValue<VoloConfig> config, RuntimeValue<ValueRegistry> values,
            RuntimeValue<ShutdownConfig> stopping, RuntimeValue<TlsConfig> tls) {
        this.config = config;
        this.values = values;
        this.stopping = stopping;
        this.tls = tls;
    }

    /**
     * @param layers the identifiers of the layers around all calls, outermost first
     * @param namedLayers the layers that configuration may name, and their identifiers
     * @param defaultService answers requests that name no service, where several have the method
     */
    public RuntimeValue<ServedServices> services(List<String> layers, Map<String, String> namedLayers,
            Optional<String> defaultService) {
        return new RuntimeValue<>(new ServedServices(layers, new NamedLayers(namedLayers), defaultService.orElse(null)));
    }

    /** Says which bean serves a service, and how; see {@link ServedBean}. */
    public RuntimeValue<ServedBean> servedBy(String bean, boolean blocking, List<ExecutionModel> models, List<String> layers,
            boolean requestContext, boolean identity) {
        return new RuntimeValue<>(new ServedBean(bean, blocking, models, layers, requestContext, identity));
    }

    /** Adds a Thrift service; see {@link ThriftServed}. */
    public void serveThrift(RuntimeValue<ServedServices> services,
            RuntimeValue<io.quarkiverse.volo.thrift.stub.ServiceDefinition<?, ?>> definition, boolean generic,
            RuntimeValue<ServedBean> by) {
        services.getValue().add(new ThriftServed(definition.getValue(), generic, by.getValue()));
    }

    /** Adds a gRPC service; see {@link GrpcServed}. */
    public void serveGrpc(RuntimeValue<ServedServices> services,
            RuntimeValue<io.quarkiverse.volo.grpc.stub.ServiceDefinition<?, ?>> definition, RuntimeValue<ServedBean> by) {
        services.getValue().add(new GrpcServed(definition.getValue(), by.getValue()));
    }

    /**
     * Serves the services; returns when connections are accepted, and tells everyone who wants to know the port.
     *
     * @return has the server drain when the application stops, if it is given time to; dev mode gives none
     */
    public ShutdownListener start(RuntimeValue<ServedServices> services, RuntimeValue<ClientRegistry> clients,
            Supplier<Vertx> vertx, Supplier<TlsConfigurationRegistry> registry, LaunchMode mode, ShutdownContext shutdown) {
        if (!config.getValue().server().enabled()) {
            if (mode == LaunchMode.DEVELOPMENT) {
                DevServer.close();
            }
            return NOTHING_TO_DRAIN;
        }
        TlsConfigurations configurations = new TlsConfigurations(registry.get(), tls.getValue());
        ServerSettings settings = ServerSettings.of(config.getValue().server(), mode, configurations);
        TlsConfiguration certificates = certificates(settings, configurations);
        HealthStatus health = HealthProducer.ofApplication();
        StandardServices standard = StandardServices.of(config.getValue().server().grpc(), health, mode);
        Routes routes = BeanRoutes.of(services.getValue(), standard, config.getValue().server());
        VoloServer server;
        if (mode == LaunchMode.DEVELOPMENT) {
            server = DevServer.serve(vertx.get(), settings, certificates, routes);
            shutdown.addShutdownTask(DevServer::applicationStops);
            shutdown.addShutdownTask(health::endWatches);
        } else {
            server = VoloServer.listen(vertx.get(), settings, certificates, routes, null);
            shutdown.addShutdownTask(server::close);
        }
        if (settings.tls() != null) {
            follow(settings.tls().name(), server);
        }
        publish(server, mode);
        clients.getValue().ownServer(server.localAddress());
        Arc.container().beanManager().getEvent()
                .select(VoloServerStarted.class)
                .fire(new VoloServerStarted(settings.host(), server.port()));
        return stopping.getValue().isTimeoutEnabled() ? new DrainListener(server, health) : NOTHING_TO_DRAIN;
    }

    private static @Nullable TlsConfiguration certificates(ServerSettings settings, TlsConfigurations configurations) {
        return settings.tls() == null ? null : configurations.get(ServerTls.NAME_KEY, settings.tls().name());
    }

    /** Has the server use certificates that come later. */
    private static void follow(String tlsName, VoloServer server) {
        Arc.container().instance(TlsUpdates.class).get().listen(event -> {
            if (event.name().equals(tlsName)) {
                TlsUpdates.tell("the server", tlsName, server.updateTls(event.tlsConfiguration()));
            }
        });
    }

    private void publish(VoloServer server, LaunchMode mode) {
        values.getValue().register(RuntimeKey.intKey(ServerSettings.PORT_KEY), server.port());
        if (mode == LaunchMode.TEST) {
            values.getValue().register(RuntimeKey.intKey(ServerSettings.TEST_PORT_KEY), server.port());
        }
    }
}
