package io.quarkiverse.volo.thrift.testing;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.server.ThriftProtocol;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.quarkiverse.volo.thrift.server.ThriftServer;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.Listener;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkiverse.volo.transport.ProtocolProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A server on a free port of the loopback interface, put together as the extension does it. */
public final class EchoServer implements AutoCloseable {

    private final ThriftServer server;
    private final Listener listener;

    private EchoServer(ThriftServer server, Listener listener) {
        this.server = server;
        this.listener = listener;
    }

    public static EchoServer start(Vertx vertx, ThriftServerOptions options, Service<String, String> service) {
        return start(vertx, options, service, UnaryOperator.identity());
    }

    /** @param around sees each connection before its handlers are there */
    public static EchoServer start(Vertx vertx, ThriftServerOptions options, Service<String, String> service,
            UnaryOperator<ConnectionInitializer> around) {
        ThriftServer server = new ThriftServer(options);
        server.routes(
                ThriftRoutes.builder().add(Echo.ECHO, service).add(Echo.WRAPPED, service).add(Echo.NOTE, service).build());
        var protocols = ProtocolProbe.initializer(List.of(new ThriftProtocol(server)), Duration.ofSeconds(10));
        return new EchoServer(server,
                done(Listener.listen(vertx, ListenerOptions.plaintext("127.0.0.1", 0, null), around.apply(protocols))));
    }

    public Address address() {
        return Address.of("127.0.0.1", listener.port());
    }

    public ThriftServer server() {
        return server;
    }

    @Override
    public void close() {
        done(listener.close());
    }

    public static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
