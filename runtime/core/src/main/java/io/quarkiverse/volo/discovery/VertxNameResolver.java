package io.quarkiverse.volo.discovery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;

/** Asks the resolver of the Vert.x instance, as it is configured. */
final class VertxNameResolver implements NameResolver {

    private final ContextInternal context;

    /** @param context an event-loop context */
    VertxNameResolver(ContextInternal context) {
        this.context = context;
    }

    /**
     * On a worker, as the thread that asks may be blocked: Vert.x' resolver reads the hosts file on it, and the JDK's, which
     * Vert.x uses where its own is switched off, even waits for the answer.
     */
    @Override
    public Future<List<InetAddress>> resolve(String host) {
        return context.executeBlocking(() -> ask(host), false)
                .compose(answer -> answer)
                .map(sockets -> sockets.stream().map(InetSocketAddress::getAddress).toList());
    }

    private Future<List<InetSocketAddress>> ask(String host) {
        PromiseInternal<List<InetSocketAddress>> answer = context.promise();
        context.owner().addressResolver().resolveHostnameAll(context.nettyEventLoop(), host).addListener(answer);
        return answer.future();
    }
}
