package io.quarkiverse.volo.client;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.EventLoops;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.impl.ContextInternal;

/**
 * One call under way. It runs on one event loop: the caller's, or else the least loaded one. Its caller is told on the caller's
 * Vert.x context if it has one.
 *
 * <p>
 * Is an {@link AtomicBoolean}: whether the caller has been told, or has given the call up.
 */
final class RunningCall<Q, R> extends AtomicBoolean implements UniSubscriber<R>, UniSubscription, Runnable {

    private static final long serialVersionUID = 1L;

    private final transient PreparedMethod<Q, R> method;
    private final transient Q request;
    private final transient UniSubscriber<? super R> caller;
    private final transient @Nullable ContextInternal callerContext;
    private final transient RpcContext context;
    private final transient CallLoops.Slot slot;
    private transient volatile @Nullable UniSubscription below;

    private RunningCall(PreparedMethod<Q, R> method, Q request, UniSubscriber<? super R> caller,
            @Nullable ContextInternal callerContext, RpcContext context, CallLoops.Slot slot) {
        this.method = method;
        this.request = request;
        this.caller = caller;
        this.callerContext = callerContext;
        this.context = context;
        this.slot = slot;
    }

    /** @param callerContext where the caller is told; {@code null}: on the call's event loop */
    static <Q, R> void start(PreparedMethod<Q, R> method, CallOptions options, Q request, UniSubscriber<? super R> caller,
            @Nullable ContextInternal callerContext) {
        CallLoops.Slot slot = method.loops().forCaller(callerContext);
        EventLoop loop = slot.loop;
        RpcContext context = new RpcContext(Role.CLIENT, method.method(), loop);
        if (options.address() != null) {
            context.callee(new Endpoint("", options.address()));
        }
        if (options.timeout() != null) {
            context.deadline(Deadline.after(options.timeout()));
        }
        RunningCall<Q, R> call = new RunningCall<>(method, request, caller, callerContext, context, slot);
        slot.calls.incrementAndGet();
        caller.onSubscribe(call);
        EventLoops.run(loop, call);
    }

    @Override
    public void run() {
        if (get()) {
            return;
        }
        try {
            CallStage.subscribe(method.service().call(context, request), this);
        } catch (RuntimeException | Error e) {
            onFailure(e);
        }
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        below = subscription;
        if (get()) {
            subscription.cancel();
        }
    }

    @Override
    public void onItem(@Nullable R item) {
        if (!finish()) {
            return;
        }
        if (item instanceof Multi<?> stream) {
            tell(endingWith(stream), null);
        } else {
            context.end(CallEnd.success());
            tell(item, null);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (finish()) {
            context.end(CallEnd.failure(failure));
            tell(null, failure);
        }
    }

    @Override
    public void cancel() {
        if (finish()) {
            UniSubscription subscription = below;
            if (subscription != null) {
                subscription.cancel();
            }
            context.end(CallEnd.cancelled());
        }
    }

    private boolean finish() {
        if (!compareAndSet(false, true)) {
            return false;
        }
        slot.calls.decrementAndGet();
        return true;
    }

    /** A streaming call ends with its reply stream. */
    @SuppressWarnings("unchecked")
    private R endingWith(Multi<?> stream) {
        return (R) stream.onTermination().invoke((failure, cancelled) -> context.end(
                failure != null ? CallEnd.failure(failure) : cancelled ? CallEnd.cancelled() : CallEnd.success()));
    }

    /** Tells the caller how the call ended, on its context if it has one. */
    private void tell(@Nullable R reply, @Nullable Throwable failure) {
        ContextInternal target = callerContext;
        if (target == null) {
            deliver(reply, failure);
        } else if (!target.isEventLoopContext()) {
            // Unordered: the caller may be waiting on the one thread that an ordered task would need.
            target.executeBlocking(() -> {
                deliver(reply, failure);
                return null;
            }, false);
        } else if (target.nettyEventLoop().inEventLoop()) {
            ContextInternal previous = target.beginDispatch();
            try {
                deliver(reply, failure);
            } finally {
                target.endDispatch(previous);
            }
        } else {
            target.runOnContext(ignored -> deliver(reply, failure));
        }
    }

    private void deliver(@Nullable R reply, @Nullable Throwable failure) {
        if (failure == null) {
            caller.onItem(reply);
        } else {
            caller.onFailure(failure);
        }
    }
}
