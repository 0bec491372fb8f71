package io.quarkiverse.volo.thrift.server;

import io.netty.channel.Channel;
import io.vertx.core.impl.ContextInternal;

/** Serves one channel that is given to it. */
public final class EmbeddedServer {

    private EmbeddedServer() {
    }

    public static void serve(Channel channel, ContextInternal context, ThriftServerOptions options, ThriftRoutes routes) {
        ThriftServer server = new ThriftServer(options);
        server.routes(routes);
        channel.pipeline().addLast(new ThriftServerConnection(server, channel, context));
    }
}
