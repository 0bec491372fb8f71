package io.quarkiverse.volo.thrift.testing;

import java.io.IOException;

import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * An echo server in a process of its own: prints its port and ends with its input; then it prints that none of its connections
 * took more memory than it should.
 */
public final class EchoProcess {

    private EchoProcess() {
    }

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        AllocationBound bound = new AllocationBound();
        EchoServer server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT,
                (context, text) -> Uni.createFrom().item(text), bound::around);
        System.out.println(server.address().port());
        System.in.readAllBytes();
        server.close();
        EchoServer.done(vertx.close());
        bound.verifyAllClosed();
        System.out.println("bound kept");
    }
}
