package io.quarkiverse.volo.client;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.EventLoops;
import io.quarkiverse.volo.metainfo.CallMetainfo;
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
    private final transient boolean toldThere;
    private final transient @Nullable CallMetainfo callersMetainfo;
    private final transient RpcContext context;
    private final transient CallLoops.Slot slot;
    private transient volatile @Nullable UniSubscription below;
    /** Whether the caller has given the call up when the opening of its stream was already on its way to it. */
    private transient volatile boolean unwanted;

    private RunningCall(PreparedMethod<Q, R> method, CallOptions options, Q request, UniSubscriber<? super R> caller,
            @Nullable ContextInternal callerContext, boolean toldThere) {
        this.method = method;
        this.request = request;
        this.caller = caller;
        this.callerContext = callerContext;
        this.toldThere = toldThere;
        this.slot = method.loops().forCaller(toldThere ? callerContext : null);
        this.context = new RpcContext(Role.CLIENT, method.method(), slot.loop);
        context.servedCall(RpcContext.servedOn(callerContext));
        this.callersMetainfo = options.metainfo() != null ? (CallMetainfo) options.metainfo()
                : CallMetainfo.ifAny(callerContext);
        if (callersMetainfo != null && callersMetainfo.hasForward()) {
            context.metainfo(callersMetainfo.forCall());
        }
        context.caller(method.caller());
        context.callee(options.address() == null ? method.callee() : method.callee().at(options.address()));
        if (options.timeout() != null) {
            context.deadline(Deadline.after(options.timeout()));
        }
        if (options.attributes() != null) {
            options.attributes().putInto(context);
        }
    }

    /**
     * @param callerContext where the call is made; {@code null}: on no Vert.x context
     * @param toldThere whether its caller is told there; else on the call's event loop
     */
    static <Q, R> void start(PreparedMethod<Q, R> method, CallOptions options, Q request, UniSubscriber<? super R> caller,
            @Nullable ContextInternal callerContext, boolean toldThere) {
        RunningCall<Q, R> call = new RunningCall<>(method, options, request, caller, callerContext, toldThere);
        call.slot.calls.incrementAndGet();
        caller.onSubscribe(call);
        EventLoops.run(call.slot.loop, call);
    }

    @Override
    public void run() {
        if (get()) {
            return;
        }
        try {
            CallStage.subscribe(method.service().call(context, requestOnCallersContext()), this);
        } catch (RuntimeException | Error e) {
            onFailure(e);
        }
    }

    /** What the caller has its stream of requests made of runs where the caller is. */
    @SuppressWarnings("unchecked")
    private Q requestOnCallersContext() {
        return callerContext != null && toldThere && request instanceof Multi<?> stream
                ? (Q) new CallersRequests<>(stream, callerContext)
                : request;
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
        } else {
            unwanted = true;
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
        return (R) new CallersReplies<>(stream, this::streamEnded, toldThere ? callerContext : null);
    }

    private void streamEnded(CallEnd end) {
        bringDownstream();
        context.end(end);
    }

    /** What the peer sent back is the caller's, before it is told. */
    private void bringDownstream() {
        CallMetainfo brought = context.metainfoIfAny();
        if (brought == null || !brought.hasDownstream()) {
            return;
        }
        if (callersMetainfo != null) {
            brought.handDownstreamTo(callersMetainfo);
        } else if (callerContext != null && callerContext.isDuplicate()) {
            brought.handDownstreamTo(CallMetainfo.of(callerContext));
        }
    }

    /** Tells the caller how the call ended, on its context if it has one. */
    private void tell(@Nullable R reply, @Nullable Throwable failure) {
        bringDownstream();
        ContextInternal target = callerContext;
        if (target == null || !toldThere) {
            deliver(reply, failure);
        } else {
            CallerContext.run(target, () -> deliver(reply, failure));
        }
    }

    private void deliver(@Nullable R reply, @Nullable Throwable failure) {
        if (failure == null) {
            if (unwanted && reply instanceof CallersReplies<?> stream) {
                stream.giveUp();
            }
            caller.onItem(reply);
        } else {
            caller.onFailure(failure);
        }
    }
}
