package io.quarkiverse.volo.thrift.testing;

import java.io.IOException;

import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** An echo server in a process of its own: prints its port, and ends with its input. */
public final class EchoProcess {

    private EchoProcess() {
    }

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        EchoServer server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT,
                (context, text) -> Uni.createFrom().item(text));
        System.out.println(server.address().port());
        System.in.readAllBytes();
        server.close();
        vertx.close();
    }
}
