package io.quarkiverse.volo.client;

import java.util.function.Function;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * A wire that leads to a handler in the same process and carries metainfo and deadlines to it, as a transport with headers
 * does.
 * The handler runs on the call's event loop, in a duplicated context of its own.
 */
record Loopback(Vertx vertx, Function<String, Uni<String>> handler) implements Service<String, String> {

    @Override
    public Uni<String> call(RpcContext client, String request) {
        return Uni.createFrom().emitter(reply -> {
            ServedCall served = new ServedCall(vertx, client);
            served.context().dispatch(() -> handler.apply(request).subscribe().with(item -> {
                bringBack(served.context(), client);
                reply.complete(item);
            }, failure -> {
                bringBack(served.context(), client);
                reply.fail(failure);
            }));
        });
    }

    private static void bringBack(RpcContext served, RpcContext client) {
        CallMetainfo answered = served.metainfoIfAny();
        if (answered != null && answered.hasBackward()) {
            answered.forEachBackward(client.metainfo()::receivedDownstream);
        }
    }
}
