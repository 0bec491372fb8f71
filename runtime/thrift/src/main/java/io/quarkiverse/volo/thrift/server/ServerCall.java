package io.quarkiverse.volo.thrift.server;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.CallStage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.impl.ContextInternal;

/**
 * A request that is being served: subscribes to the service on the call's own Vert.x context, and brings what it answers, from
 * whichever thread, back to the connection's event loop.
 */
final class ServerCall<Q, R> extends ReplySlot implements UniSubscriber<R>, Runnable {

    @SuppressWarnings("rawtypes") // as a class literal is
    private static final AtomicIntegerFieldUpdater<ServerCall> STATE = AtomicIntegerFieldUpdater.newUpdater(ServerCall.class,
            "state");
    private static final int RUNNING = 0;
    private static final int ENDED = 1;

    final Route<Q, R> route;
    final RequestHead head;
    final boolean answered;

    private final ThriftServerConnection connection;
    private final RpcContext context;
    private volatile int state;
    private volatile @Nullable UniSubscription below;
    private @Nullable R item;
    private @Nullable Throwable failure;

    /** @param answered whether the peer waits for a reply */
    ServerCall(ThriftServerConnection connection, Route<Q, R> route, RequestHead head, boolean answered) {
        this.connection = connection;
        this.route = route;
        this.head = head;
        this.answered = answered;
        this.context = new RpcContext(Role.SERVER, route.method, connection.eventLoop());
    }

    RpcContext facts() {
        return context;
    }

    /** Serves the request on the call's own context; called on the connection's event loop. */
    void start(ContextInternal callContext, Q arguments) {
        context.attachTo(callContext);
        ContextInternal previous = callContext.beginDispatch();
        try {
            Uni<R> answer = route.service.call(context, arguments);
            if (answer == null) {
                throw new IllegalStateException(route.method.fullName() + " returned null (expected: a Uni)");
            }
            CallStage.subscribe(answer, this);
        } catch (RuntimeException | Error e) {
            onFailure(e);
        } finally {
            callContext.endDispatch(previous);
        }
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        below = subscription;
        if (state == ENDED) {
            subscription.cancel();
        }
    }

    @Override
    public void onItem(@Nullable R item) {
        if (STATE.compareAndSet(this, RUNNING, ENDED)) {
            this.item = item;
            bringBack();
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        if (STATE.compareAndSet(this, RUNNING, ENDED)) {
            this.failure = failure;
            bringBack();
        }
    }

    private void bringBack() {
        if (connection.eventLoop().inEventLoop()) {
            run();
        } else {
            connection.inbox().execute(this);
        }
    }

    @Override
    public void run() {
        context.end(failure == null ? CallEnd.success() : CallEnd.failure(failure));
        connection.ended(this, item, failure);
    }

    @Override
    void connectionLost() {
        if (!answered) {
            connection.abandoned(this);
        } else if (STATE.compareAndSet(this, RUNNING, ENDED)) {
            UniSubscription subscription = below;
            if (subscription != null) {
                subscription.cancel();
            }
            context.end(CallEnd.failure(new VoloException(ErrorKind.CONNECTION_CLOSED,
                    context.describe() + ": the caller closed the connection", null)));
            connection.abandoned(this);
        }
        super.connectionLost();
    }
}
