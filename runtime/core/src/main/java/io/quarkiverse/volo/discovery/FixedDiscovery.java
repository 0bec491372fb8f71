package io.quarkiverse.volo.discovery;

import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.volo.context.Address;

/** A service whose instances never change. */
public final class FixedDiscovery implements Discovery {

    private final List<Address> instances;

    /** @throws IllegalArgumentException if there is no address */
    public FixedDiscovery(List<Address> instances) {
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("addresses: none (expected: at least one)");
        }
        this.instances = List.copyOf(instances);
    }

    /** A service that one instance offers. */
    public static FixedDiscovery of(Address instance) {
        return new FixedDiscovery(List.of(instance));
    }

    @Override
    public List<Address> instances() {
        return instances;
    }

    @Override
    public Lookup lookUp(InstancesCallback callback) {
        callback.known(instances);
        return () -> {
        };
    }

    @Override
    public void listen(Consumer<Change> listener) {
        // Nothing changes.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
