package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.vertx.core.Future;

/**
 * The application's clients: those that are injected, where all of one name share their connections, and those that it makes
 * while it runs. Thread-safe.
 */
public final class ClientRegistry implements VoloClients {

    private final ClientFactory factory;
    private final Map<Class<?>, ClientType> types = new HashMap<>();
    private final Map<String, ProtocolClients> named = new HashMap<>();
    private final List<ProtocolClients> created = new ArrayList<>();
    private boolean closed;

    ClientRegistry(ClientFactory factory) {
        this.factory = factory;
    }

    /** Whom clients without an address call in dev and test mode. */
    void ownServer(Address address) {
        factory.ownServer(address);
    }

    void register(Class<?> type, ClientType of) {
        types.put(type, of);
    }

    /** The injected client of a name. */
    Object client(String name, ClientType type) {
        return type.client(named(name));
    }

    /** The injected generic client of a name; it knows the Thrift services of all registered types. */
    GenericClient generic(String name) {
        return generic(named(name));
    }

    private GenericClient generic(ClientType.Stubs stubs) {
        List<ServiceDefinition<?, ?>> known = new ArrayList<>();
        for (ClientType type : types.values()) {
            if (type instanceof ClientType.Thrift thrift) {
                known.add(thrift.definition());
            }
        }
        return GenericClient.of(stubs.thrift(), known);
    }

    private synchronized ProtocolClients named(String name) {
        refuseIfClosed();
        return named.computeIfAbsent(name, any -> new ProtocolClients(factory, name, () -> factory.callee(name)));
    }

    @Override
    public <T> T create(Class<T> type, String name, Collection<Address> addresses) {
        ClientType known = types.get(type);
        if (known == null && type != GenericClient.class) {
            throw new IllegalArgumentException("type: " + type.getName() + " (expected: one of " + knownTypes()
                    + "; those of a dependency are known if its jar has a Jandex index)");
        }
        ProtocolClients clients = create(name, List.copyOf(addresses));
        return type.cast(known == null ? generic(clients) : known.client(clients));
    }

    private synchronized ProtocolClients create(String name, List<Address> addresses) {
        refuseIfClosed();
        ProtocolClients clients = new ProtocolClients(factory, name, () -> Callee.at(new FixedDiscovery(addresses)));
        created.add(clients);
        return clients;
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

    /** Has the clients that use a TLS configuration use its new certificates for connections that they make from now on. */
    synchronized void tlsUpdated(CertificateUpdatedEvent update) {
        named.values().forEach(clients -> clients.updateTls(update.name(), update.tlsConfiguration()));
        created.forEach(clients -> clients.updateTls(update.name(), update.tlsConfiguration()));
    }

    /** Closes all connections; returns when they are closed. */
    void close() {
        StartupWait.await(Future.join(closeAll()));
    }

    private synchronized List<Future<Void>> closeAll() {
        closed = true;
        List<Future<Void>> closing = new ArrayList<>();
        named.values().forEach(clients -> closing.addAll(clients.close()));
        created.forEach(clients -> closing.addAll(clients.close()));
        return closing;
    }
}
