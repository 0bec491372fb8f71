package io.quarkiverse.volo.interop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.thrift.client.ThriftClient;
import io.quarkiverse.volo.thrift.client.ThriftClientOptions;
import io.quarkiverse.volo.thrift.server.ThriftProtocol;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.quarkiverse.volo.thrift.server.ThriftServer;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.stub.ServerMethod;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.Listener;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.quarkiverse.volo.transport.ProtocolProbe;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;

/** Our side, without Quarkus: a server of {@link Greeter} on a free port, and clients. */
final class VoloPeer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final List<ThriftClient> clients = new ArrayList<>();
    private @Nullable Listener listener;

    /** Starts the server. */
    VoloPeer serve() {
        ThriftServer server = new ThriftServer(ThriftServerOptions.DEFAULT);
        ThriftRoutes.Builder routes = ThriftRoutes.builder();
        new GreeterDefinition().serve(new Bean()).forEach(method -> route(routes, method));
        server.routes(routes.build());
        listener = done(Listener.listen(vertx, ListenerOptions.plaintext("127.0.0.1", 0, null),
                ProtocolProbe.initializer(List.of(new ThriftProtocol(server)), PATIENCE)));
        return this;
    }

    private static <Q, R> void route(ThriftRoutes.Builder routes, ServerMethod<Q, R> method) {
        var answer = method.reactive();
        routes.add(method.method(), (context, arguments) -> answer.apply(arguments));
    }

    int port() {
        return listener.port();
    }

    /** A client of the peer on that port. */
    ThriftClient client(int port, Wrapping wrapping) {
        ThriftClient client = new ThriftClient(vertx, new CallLoops(vertx),
                ClientOptions.of("greeter", FixedDiscovery.of(Address.of("127.0.0.1", port))).withTimeout(PATIENCE, ""),
                ThriftClientOptions.DEFAULT.withTransport(wrapping.ours()), // Sixty connections at once may be more than a backlog takes.
                ConnectorOptions.plaintext(null).with(PATIENCE, new NetClientOptions()),
                PoolOptions.DEFAULT.withWaitTimeout(PATIENCE));
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(client -> done(client.close()));
        if (listener != null) {
            done(listener.close());
        }
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static final class Bean implements Greeter {

        private final List<String> notes = new CopyOnWriteArrayList<>();

        @Override
        public Uni<Greeting> greet(Greeting greeting) {
            return Uni.createFrom().item(greeting.toBuilder().reply(greeting).build());
        }

        @Override
        public Uni<Void> check(String name) {
            return switch (name) {
                case "refuse" -> Uni.createFrom().failure(Refused.builder().reason("not today").code(42).build());
                case "fail" -> Uni.createFrom().failure(new IllegalStateException("secret"));
                default -> Uni.createFrom().voidItem();
            };
        }

        @Override
        public Uni<Void> note(String text) {
            notes.add(text);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<String>> notes() {
            return Uni.createFrom().item(() -> List.copyOf(notes));
        }
    }
}
