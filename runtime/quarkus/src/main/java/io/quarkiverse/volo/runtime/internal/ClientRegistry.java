package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.thrift.client.ThriftClient;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.vertx.core.Future;

/**
 * The application's clients: those that are injected, where all of one name share their connections, and those that it makes
 * while it runs. Thread-safe.
 */
public final class ClientRegistry implements VoloClients {

    private final ClientFactory factory;
    private final Map<Class<?>, KnownType> types = new HashMap<>();
    private final Map<String, ThriftClient> named = new HashMap<>();
    private final List<ThriftClient> created = new ArrayList<>();
    private boolean closed;

    private record KnownType(ServiceDefinition<?, ?> definition, boolean blocking) {

        Object client(ThriftStub stub) {
            return blocking ? definition.blockingClient(stub) : definition.client(stub);
        }
    }

    ClientRegistry(ClientFactory factory) {
        this.factory = factory;
    }

    /** Whom clients without an address call in dev and test mode. */
    void ownServer(Address address) {
        factory.ownServer(address);
    }

    void register(Class<?> type, ServiceDefinition<?, ?> definition, boolean blocking) {
        types.put(type, new KnownType(definition, blocking));
    }

    /** The injected client of a name. */
    Object client(String name, ServiceDefinition<?, ?> definition, boolean blocking) {
        return new KnownType(definition, blocking).client(named(name));
    }

    /** The injected generic client of a name; it knows the services of all registered types. */
    GenericClient generic(String name) {
        return generic(named(name));
    }

    private GenericClient generic(ThriftStub stub) {
        return GenericClient.of(stub, types.values().stream().map(KnownType::definition).toList());
    }

    private synchronized ThriftClient named(String name) {
        refuseIfClosed();
        return named.computeIfAbsent(name, factory::configured);
    }

    @Override
    public <T> T create(Class<T> type, String name, Collection<Address> addresses) {
        if (type == GenericClient.class) {
            return type.cast(generic(create(name, new FixedDiscovery(List.copyOf(addresses)))));
        }
        KnownType known = types.get(type);
        if (known == null) {
            throw new IllegalArgumentException("type: " + type.getName() + " (expected: one of " + knownTypes()
                    + "; those of a dependency are known if its jar has a Jandex index)");
        }
        return type.cast(known.client(create(name, new FixedDiscovery(List.copyOf(addresses)))));
    }

    private synchronized ThriftClient create(String name, Discovery discovery) {
        refuseIfClosed();
        ThriftClient client = factory.calling(name, discovery);
        created.add(client);
        return client;
    }

    private Collection<String> knownTypes() {
        Collection<String> names = new TreeSet<>();
        types.keySet().forEach(type -> names.add(type.getName()));
        return names;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the application is stopping; it has no clients any more");
        }
    }

    /** Closes all connections; returns when they are closed. */
    void close() {
        StartupWait.await(Future.join(closeAll()));
    }

    private synchronized List<Future<Void>> closeAll() {
        closed = true;
        List<Future<Void>> closing = new ArrayList<>();
        named.values().forEach(client -> closing.add(client.close()));
        created.forEach(client -> closing.add(client.close()));
        return closing;
    }
}
