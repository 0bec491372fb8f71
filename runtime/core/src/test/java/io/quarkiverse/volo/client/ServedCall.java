package io.quarkiverse.volo.client;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.testing.FakeMethod;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** A call as a server's transport makes it. */
final class ServedCall {

    private final ContextInternal vertxContext;
    private final RpcContext context;

    /** One that a client has sent. */
    ServedCall(Vertx vertx, RpcContext client) {
        this(vertx, client.eventLoop(), client.deadline().left());
        CallMetainfo sent = client.metainfoIfAny();
        if (sent != null) {
            sent.forEachPersistent(context.metainfo()::receivedPersistent);
            sent.forEachTransient(context.metainfo()::receivedTransient);
        }
    }

    ServedCall(Vertx vertx, EventLoop loop, Deadline deadline) {
        this.vertxContext = ((VertxInternal) vertx).createEventLoopContext(loop, null, null).duplicate();
        this.context = new RpcContext(Role.SERVER, new FakeMethod("Front", "serve", CallKind.UNARY), loop);
        context.deadline(deadline);
        context.attachTo(vertxContext);
    }

    RpcContext context() {
        return context;
    }

    ContextInternal vertxContext() {
        return vertxContext;
    }
}
