package io.quarkiverse.volo.runtime.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Vertx;

/** The application's clients: those that are injected, by name, and those that it makes while it runs. Thread-safe. */
public final class ClientRegistry implements VoloClients {

    private final VoloConfig config;
    private final Supplier<Vertx> vertx;
    private final LaunchMode mode;
    private final Map<Class<?>, KnownType> types = new HashMap<>();
    private final List<String> callLayers;
    private final List<String> attemptLayers;

    private volatile @Nullable Address ownServer;

    private record KnownType(ServiceDefinition<?, ?> definition, boolean blocking) {

        Object client(ThriftStub stub) {
            return blocking ? definition.blockingClient(stub) : definition.client(stub);
        }
    }

    ClientRegistry(VoloConfig config, Supplier<Vertx> vertx, LaunchMode mode, List<String> callLayers,
            List<String> attemptLayers) {
        this.config = config;
        this.vertx = vertx;
        this.mode = mode;
        this.callLayers = callLayers;
        this.attemptLayers = attemptLayers;
    }

    /** Whom clients without an address call in dev and test mode. */
    void ownServer(Address address) {
        ownServer = address;
    }

    void register(Class<?> type, ServiceDefinition<?, ?> definition, boolean blocking) {
        types.put(type, new KnownType(definition, blocking));
    }

    Object client(String name, ServiceDefinition<?, ?> definition, boolean blocking) {
        return new KnownType(definition, blocking).client(stub(name));
    }

    @Override
    public <T> T create(Class<T> type, String name, Collection<Address> addresses) {
        throw new UnsupportedOperationException();
    }

    private ThriftStub stub(String name) {
        throw new UnsupportedOperationException(name + config + vertx + mode + callLayers + attemptLayers + types + ownServer);
    }

    void close() {
    }
}
