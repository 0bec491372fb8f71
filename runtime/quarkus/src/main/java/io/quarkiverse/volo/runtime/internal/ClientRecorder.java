package io.quarkiverse.volo.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkus.arc.Arc;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.vertx.core.Vertx;

/** Makes clients while the application starts. */
@Recorder
public class ClientRecorder {

    private final RuntimeValue<VoloConfig> config;
    private final RuntimeValue<TlsConfig> tls;

    public ClientRecorder(RuntimeValue<VoloConfig> config, RuntimeValue<TlsConfig> tls) {
        this.config = config;
        this.tls = tls;
    }

    /**
     * The registry of the application's clients; closed with the application.
     *
     * @param callLayers the identifiers of the layers around all calls, outermost first
     * @param attemptLayers the identifiers of the layers around all attempts, outermost first
     * @param namedLayers the layers that configuration may name, and their identifiers
     */
    public RuntimeValue<ClientRegistry> registry(Supplier<Vertx> vertx, Supplier<TlsConfigurationRegistry> tlsRegistry,
            LaunchMode mode, List<String> callLayers, List<String> attemptLayers, Map<String, String> namedLayers,
            ShutdownContext shutdown) {
        ClientRegistry registry = new ClientRegistry(
                new ClientFactory(config.getValue(), vertx.get(), mode, callLayers, attemptLayers,
                        new NamedLayers(namedLayers), new TlsConfigurations(tlsRegistry.get(), tls.getValue())));
        shutdown.addShutdownTask(registry::close);
        return new RuntimeValue<>(registry);
    }

    /** A type of Thrift clients. */
    public RuntimeValue<?> thriftType(RuntimeValue<io.quarkiverse.volo.thrift.stub.ServiceDefinition<?, ?>> definition,
            boolean blocking) {
        return new RuntimeValue<>(new ClientType.Thrift(definition.getValue(), blocking));
    }

    /** A type of gRPC clients. */
    public RuntimeValue<?> grpcType(RuntimeValue<io.quarkiverse.volo.grpc.stub.ServiceDefinition<?, ?>> definition,
            boolean blocking) {
        return new RuntimeValue<>(new ClientType.Grpc(definition.getValue(), blocking));
    }

    /** Makes an injected client when it is first used. */
    public Function<SyntheticCreationalContext<Object>, Object> client(RuntimeValue<ClientRegistry> registry, String name,
            RuntimeValue<?> type) {
        return new Function<>() {
            @Override
            public Object apply(SyntheticCreationalContext<Object> context) {
                return registry.getValue().client(name, (ClientType) type.getValue());
            }
        };
    }

    /** Makes an injected client that calls by name when it is first used. */
    public Function<SyntheticCreationalContext<GenericClient>, GenericClient> genericClient(
            RuntimeValue<ClientRegistry> registry, String name) {
        return new Function<>() {
            @Override
            public GenericClient apply(SyntheticCreationalContext<GenericClient> context) {
                return registry.getValue().generic(name);
            }
        };
    }

    /** Makes a generated type known to the factory, and to clients that call by name. */
    public void register(RuntimeValue<ClientRegistry> registry, Class<?> type, RuntimeValue<?> of) {
        registry.getValue().register(type, (ClientType) of.getValue());
    }

    /** The factory of clients whose addresses are known only at run time. */
    public Function<SyntheticCreationalContext<VoloClients>, VoloClients> factory(RuntimeValue<ClientRegistry> registry) {
        return new Function<>() {
            @Override
            public VoloClients apply(SyntheticCreationalContext<VoloClients> context) {
                return registry.getValue();
            }
        };
    }

    /** Compares what is configured with what is injected; from now on clients follow changes of certificates. */
    public void check(RuntimeValue<ClientRegistry> registry, Map<String, List<String>> injected, boolean factory,
            Map<String, String> namedLayers, LaunchMode mode, Supplier<Vertx> vertx,
            Supplier<TlsConfigurationRegistry> tlsRegistry) {
        ClientCheck check = new ClientCheck(config.getValue().clients(), injected);
        if (mode == LaunchMode.NORMAL) {
            check.refuseMissingAddresses();
        }
        check.refuseBadAddresses();
        check.refuseUnixSockets(vertx.get());
        check.refuseUnknownLayers(new NamedLayers(namedLayers));
        check.refuseTls(new TlsConfigurations(tlsRegistry.get(), tls.getValue()));
        if (!factory) {
            check.warnOfUnused();
        }
        Arc.container().instance(TlsUpdates.class).get().listen(registry.getValue()::tlsUpdated);
    }
}
