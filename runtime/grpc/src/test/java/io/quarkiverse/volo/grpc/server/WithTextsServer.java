package io.quarkiverse.volo.grpc.server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

import io.grpc.ManagedChannel;
import io.quarkiverse.volo.grpc.testing.TextsServer;
import io.quarkiverse.volo.testing.FailOnBufferLeak;

/** A test that has a server of its own, and grpc-java's client to it. */
@ExtendWith(FailOnBufferLeak.class)
abstract class WithTextsServer {

    TextsServer server = new TextsServer(GrpcServerOptions.DEFAULT);
    private @Nullable ManagedChannel channel;

    void serve(GrpcServerOptions options) {
        server.close();
        server = new TextsServer(options);
    }

    ManagedChannel channel() {
        ManagedChannel open = channel;
        if (open == null) {
            open = server.channel();
            channel = open;
        }
        return open;
    }

    @AfterEach
    void close() throws InterruptedException {
        if (channel != null) {
            TextsServer.shutDown(channel);
        }
        server.close();
    }
}
