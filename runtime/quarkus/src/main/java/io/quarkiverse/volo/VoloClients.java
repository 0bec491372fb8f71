package io.quarkiverse.volo;

import java.util.Collection;

import io.quarkiverse.volo.context.Address;

/**
 * Makes clients whose addresses are known only while the application runs; inject it. Clients last as long as the application:
 * make one per set of addresses and keep it, or make one in all and give each call its peer with
 * {@link io.quarkiverse.volo.client.CallOptions#withAddress}.
 */
public interface VoloClients {

    /**
     * A client with its own connections.
     *
     * @param type the generated interface, or its {@code Client}, {@code Blocking} or {@code BlockingClient}; or
     *        {@link io.quarkiverse.volo.thrift.generic.GenericClient}
     * @param name the client whose configuration is taken, save its addresses; one that is not configured has the defaults
     * @param addresses whom to call, at least one
     * @throws IllegalArgumentException if the type is no generated one, or there is no address
     * @throws IllegalStateException if the application is stopping
     */
    <T> T create(Class<T> type, String name, Collection<Address> addresses);

    /** Like {@link #create(Class, String, Collection)} with one address. */
    default <T> T create(Class<T> type, String name, Address address) {
        return create(type, name, java.util.List.of(address));
    }
}
