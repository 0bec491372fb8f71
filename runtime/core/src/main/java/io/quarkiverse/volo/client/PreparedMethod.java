package io.quarkiverse.volo.client;

import java.util.Objects;

import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.RpcMethod;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;

/** A method with all its layers around it. */
record PreparedMethod<Q, R>(RpcMethod method, Service<Q, R> service, CallLoops loops, Endpoint caller,
        Endpoint callee) implements ClientMethod<Q, R> {

    @Override
    public Uni<R> call(CallOptions options, Q request) {
        Objects.requireNonNull(request, "request");
        return new ClientCall<>(this, options, request);
    }

    @Override
    @SuppressWarnings("NullAway") // A Void has no other value than null; all others are there, or their codec fails.
    public R await(CallOptions options, Q request) {
        Objects.requireNonNull(request, "request");
        refuseEventLoop();
        AwaitedReply<R> reply = new AwaitedReply<>(method);
        RunningCall.start(this, options, request, reply, ContextInternal.current(), false);
        return reply.reply();
    }

    private void refuseEventLoop() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(method.fullName() + ": a blocking client must not wait on the event loop "
                    + Thread.currentThread().getName() + "; inject the Client interface and return its Uni, or run the caller"
                    + " on a worker (@Blocking) or on a virtual thread (@RunOnVirtualThread)");
        }
    }
}
