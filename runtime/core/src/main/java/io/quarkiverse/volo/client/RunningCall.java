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
        context.callee(new Endpoint("", options.address()));
        if (options.timeout() != null) {
            context.deadline(Deadline.after(options.timeout()));
        }
        RunningCall<Q, R> call = new RunningCall<>(method, request, caller, callerContext, context, slot);
        slot.calls.incrementAndGet();
        caller.onSubscribe(call);
        if (loop.inEventLoop()) {
            call.run();
        } else {
            loop.execute(call);
        }
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
        if (finish()) {
            R reply = item instanceof Multi<?> stream ? endingWith(stream) : item;
            if (reply == item) {
                context.end(CallEnd.success());
            }
            if (tellHere()) {
                ContextInternal previous = enter();
                try {
                    caller.onItem(reply);
                } finally {
                    leave(previous);
                }
            } else {
                onCallerContext(() -> caller.onItem(reply));
            }
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (finish()) {
            context.end(CallEnd.failure(failure));
            if (tellHere()) {
                ContextInternal previous = enter();
                try {
                    caller.onFailure(failure);
                } finally {
                    leave(previous);
                }
            } else {
                onCallerContext(() -> caller.onFailure(failure));
            }
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

    /** Whether this thread is the caller's event loop, or the caller does not care. */
    private boolean tellHere() {
        return callerContext == null
                || callerContext.isEventLoopContext() && callerContext.nettyEventLoop().inEventLoop();
    }

    private @Nullable ContextInternal enter() {
        return callerContext == null ? null : callerContext.beginDispatch();
    }

    private void leave(@Nullable ContextInternal previous) {
        if (callerContext != null) {
            callerContext.endDispatch(previous);
        }
    }

    private void onCallerContext(Runnable told) {
        ContextInternal target = callerContext;
        if (target == null) {
            told.run();
        } else if (target.isEventLoopContext()) {
            target.runOnContext(ignored -> told.run());
        } else {
            // Unordered: the caller may be waiting on the one thread that an ordered task would need.
            target.executeBlocking(() -> {
                told.run();
                return null;
            }, false);
        }
    }
}
