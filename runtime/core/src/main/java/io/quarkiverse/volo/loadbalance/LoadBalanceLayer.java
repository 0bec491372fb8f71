package io.quarkiverse.volo.loadbalance;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.Discovery;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/**
 * Writes the address that a call goes to into its context, unless someone has chosen one already. Waits, within the call's
 * time, where it is not known yet who offers the service.
 */
public final class LoadBalanceLayer implements Layer {

    private final Discovery discovery;
    private final RoundRobin balancer;

    /**
     * @param discovery asked at each call, on its event loop; what it throws fails the call
     * @param balancer picks one of the instances
     */
    public LoadBalanceLayer(Discovery discovery, RoundRobin balancer) {
        this.discovery = discovery;
        this.balancer = balancer;
    }

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return (context, request) -> {
            if (context.callee().address() == null) {
                List<Address> instances = discovery.instances();
                if (instances.isEmpty()) {
                    return new WaitingCall<>(this, context, request, next);
                }
                choose(context, instances);
            }
            return next.call(context, request);
        };
    }

    Discovery discovery() {
        return discovery;
    }

    /** Chooses, and has the call tell where its newest attempt goes. */
    void choose(RpcContext context, List<Address> instances) {
        Endpoint chosen = context.callee().at(balancer.pick(instances));
        context.callee(chosen);
        context.call().callee(chosen);
    }

    /** One of the instances that is none of these, by chance; {@code null} if there is none. */
    public @Nullable Address otherThan(Collection<Address> excluded) {
        List<Address> others = discovery.instances().stream().filter(instance -> !excluded.contains(instance)).toList();
        // Not in turn: what fails at one instance would take the next one's turns, or all go to its neighbour.
        return others.isEmpty() ? null : others.get(ThreadLocalRandom.current().nextInt(others.size()));
    }
}
