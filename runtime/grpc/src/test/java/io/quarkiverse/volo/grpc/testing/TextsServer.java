package io.quarkiverse.volo.grpc.testing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.server.GrpcProtocol;
import io.quarkiverse.volo.grpc.server.GrpcRoutes;
import io.quarkiverse.volo.grpc.server.GrpcServer;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.grpc.server.WebProtocol;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.quarkiverse.volo.server.ServerOptions;
import io.quarkiverse.volo.server.ServerPipeline;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.transport.Listener;
import io.quarkiverse.volo.transport.ListenerOptions;
import io.quarkiverse.volo.transport.Protocol;
import io.quarkiverse.volo.transport.ProtocolProbe;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** A server on a free port of the loopback interface, put together as the extension does it, with a service for each method. */
public final class TextsServer implements AutoCloseable {

    /** What a client lets the server send that it has not read. */
    public static final int CLIENT_WINDOW = 1024 * 1024;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final GrpcRoutes.Builder routes = GrpcRoutes.builder();
    private final GrpcServer server;
    private final Listener listener;
    private boolean closed;

    public TextsServer(GrpcServerOptions options) {
        server = new GrpcServer(options);
        List<Protocol> spoken = options.web() == null ? List.of(new GrpcProtocol(server))
                : List.of(new GrpcProtocol(server), new WebProtocol(server));
        var protocols = ProtocolProbe.initializer(spoken, Duration.ofSeconds(10));
        listener = done(Listener.listen(vertx, ListenerOptions.plaintext("127.0.0.1", 0, null), protocols));
    }

    public TextsServer echo(Service<StringValue, StringValue> service) {
        return serve(Texts.ECHO, service);
    }

    public TextsServer split(Service<StringValue, Multi<StringValue>> service) {
        return serve(Texts.SPLIT, service);
    }

    public TextsServer join(Service<Multi<StringValue>, StringValue> service) {
        return serve(Texts.JOIN, service);
    }

    public TextsServer chat(Service<Multi<StringValue>, Multi<StringValue>> service) {
        return serve(Texts.CHAT, service);
    }

    public TextsServer bytes(Service<BytesValue, BytesValue> service) {
        return serve(Texts.BYTES, service);
    }

    public TextsServer flood(Service<Multi<BytesValue>, Multi<BytesValue>> service) {
        return serve(Texts.FLOOD, service);
    }

    /** Serves them as they are. */
    public TextsServer methods(List<ServerMethod<?, ?>> methods) {
        methods.forEach(this::method);
        return this;
    }

    private <Q, R> void method(ServerMethod<Q, R> method) {
        Function<Q, Uni<R>> answer = Objects.requireNonNull(method.reactive());
        serve(method.method(), (RpcContext context, Q request) -> answer.apply(request));
    }

    private <Q, R> TextsServer serve(GrpcMethod<?, ?> method, Service<Q, R> service) {
        ServerOptions options = ServerOptions.of(1_000, "", List.of());
        routes.add(method, ServerPipeline.assemble(options, List.of(), service));
        server.routes(routes.build());
        return this;
    }

    public int port() {
        return listener.port();
    }

    public GrpcServer server() {
        return server;
    }

    /** grpc-java's client; whoever asks for it shuts it down. */
    public ManagedChannel channel() {
        return NettyChannelBuilder.forAddress("127.0.0.1", port()).usePlaintext().maxInboundMessageSize(64 * 1024 * 1024)
                .flowControlWindow(CLIENT_WINDOW).build();
    }

    public static void shutDown(ManagedChannel channel) throws InterruptedException {
        channel.shutdownNow();
        channel.awaitTermination(10, TimeUnit.SECONDS);
    }

    public static StringValue text(String text) {
        return StringValue.of(text);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        done(listener.close());
        done(vertx.close());
    }

    public static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
