package io.quarkiverse.volo.loadbalance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.volo.context.Address;

/** Takes the instances in turn. Thread-safe; one for all calls of a client. */
public final class RoundRobin {

    private final AtomicInteger turn = new AtomicInteger();

    /** @param instances at least one */
    public Address pick(List<Address> instances) {
        int size = instances.size();
        return instances.get(size == 1 ? 0 : Integer.remainderUnsigned(turn.getAndIncrement(), size));
    }
}
