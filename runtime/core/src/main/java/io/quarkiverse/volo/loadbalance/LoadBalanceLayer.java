package io.quarkiverse.volo.loadbalance;

import java.util.function.Supplier;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;

/** Writes the address that a call goes to into its context, unless someone has chosen one already. */
public final class LoadBalanceLayer implements Layer {

    private final Supplier<Address> picker;

    /** @param picker answers an address at each call, from any event loop; what it throws fails the call */
    public LoadBalanceLayer(Supplier<Address> picker) {
        this.picker = picker;
    }

    @Override
    public <Q, R> Service<Q, R> around(Service<Q, R> next) {
        return (context, request) -> {
            if (context.callee().address() == null) {
                context.callee(context.callee().at(picker.get()));
            }
            return next.call(context, request);
        };
    }
}
