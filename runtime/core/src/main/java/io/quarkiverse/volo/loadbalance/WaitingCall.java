package io.quarkiverse.volo.loadbalance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.discovery.InstancesCallback;
import io.quarkiverse.volo.discovery.Lookup;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.EventLoops;
import io.quarkiverse.volo.service.Service;

/** A call that goes on, on its event loop, once it is known who offers the service. */
final class WaitingCall<Q, R> extends CallStage<R> implements InstancesCallback {

    private final LoadBalanceLayer layer;
    private final RpcContext context;
    private final Q request;
    private final Service<Q, R> next;
    private volatile @Nullable Lookup lookup;

    WaitingCall(LoadBalanceLayer layer, RpcContext context, Q request, Service<Q, R> next) {
        this.layer = layer;
        this.context = context;
        this.request = request;
        this.next = next;
    }

    @Override
    protected CallStage<R> again() {
        return new WaitingCall<>(layer, context, request, next);
    }

    @Override
    protected void start() {
        Lookup started = layer.discovery().lookUp(this);
        lookup = started;
        if (!isRunning()) { // ended meanwhile, and saw no lookup to cancel
            started.cancel();
        }
    }

    @Override
    public void known(List<Address> instances) {
        EventLoops.run(context.eventLoop(), () -> goOn(instances));
    }

    private void goOn(List<Address> instances) {
        if (!isRunning()) {
            return;
        }
        try {
            layer.choose(context, instances);
            subscribeTo(next.call(context, request));
        } catch (RuntimeException | Error e) {
            onFailure(e);
        }
    }

    @Override
    public void unknown(VoloException failure) {
        EventLoops.run(context.eventLoop(), () -> onFailure(new VoloException(failure.kind(),
                context.describe() + ": " + failure.getMessage(), failure, failure.isUnprocessed())));
    }

    @Override
    protected void ended(boolean cancelled) {
        Lookup started = lookup;
        if (cancelled && started != null) {
            started.cancel();
        }
    }
}
