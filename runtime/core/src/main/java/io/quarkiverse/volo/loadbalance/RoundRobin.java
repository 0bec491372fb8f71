package io.quarkiverse.volo.loadbalance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.quarkiverse.volo.context.Address;

/** Takes the addresses of a fixed list in turn. */
public final class RoundRobin implements Supplier<Address> {

    private final List<Address> addresses;
    private final AtomicInteger turn = new AtomicInteger();

    public RoundRobin(List<Address> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("addresses: none (expected: at least one)");
        }
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public Address get() {
        int size = addresses.size();
        return addresses.get(size == 1 ? 0 : Integer.remainderUnsigned(turn.getAndIncrement(), size));
    }
}
