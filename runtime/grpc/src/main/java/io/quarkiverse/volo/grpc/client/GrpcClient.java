package io.quarkiverse.volo.grpc.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.client.ClientPipeline;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.grpc.stub.GrpcStub;
import io.quarkiverse.volo.grpc.transport.GrpcConnectionBuilder;
import io.quarkiverse.volo.transport.ConnectionCallback;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.Connections;
import io.quarkiverse.volo.transport.Connector;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.MultiplexPool;
import io.quarkiverse.volo.transport.PoolOptions;
import io.quarkiverse.volo.transport.ReconnectBackoff;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SSLOptions;

/**
 * A gRPC client: owns its connections and prepares the methods of generated clients. Thread-safe; close it when it is not
 * needed any more.
 */
public final class GrpcClient implements GrpcStub {

    /** How a call's request is compressed, instead of as the client is configured. */
    public static final AttributeKey<Compression> COMPRESSION = AttributeKey.of("gRPC compression");

    private static final String HANDLER = "volo-grpc";
    /** Between two attempts to connect to an address where none succeeds; so soon a peer that is back is noticed. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ClientOptions options;
    private final GrpcClientOptions grpc;
    private final CallLoops loops;
    private final Connector connector;
    private final Duration connectTimeout;
    private final boolean tls;
    private final Connections<GrpcClientConnection> connections;

    /**
     * @param loops shared by the application's clients
     * @param options how calls are made
     * @param grpc how they are written
     * @param pooling how many connections to an address there may be, each event loop having its share of at least one
     */
    public GrpcClient(Vertx vertx, CallLoops loops, ClientOptions options, GrpcClientOptions grpc,
            ConnectorOptions connecting, PoolOptions pooling) {
        this.options = options;
        this.grpc = grpc;
        this.loops = loops;
        this.connectTimeout = connecting.connectTimeout();
        this.tls = connecting.client().isSsl();
        this.connections = new MultiplexPool<GrpcClientConnection>(perLoop(pooling, loops),
                new ReconnectBackoff<>(this::open, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextLong()));
        this.connector = new Connector(vertx, connecting, (channel, context) -> {
            // What is added depends on the address, which only open() knows.
        });
        options.discovery().listen(change -> change.removed().forEach(connections::drop));
    }

    /** The share of one event loop, which is one connection at least. */
    private static PoolOptions perLoop(PoolOptions all, CallLoops loops) {
        return all.withMinIdle(0).withBounds(Math.max(1, all.maxConnections() / loops.count()), all.maxWaiting());
    }

    @Override
    public <Q, R> ClientMethod<Q, R> unary(GrpcMethod<Q, R> method) {
        return prepare(method);
    }

    @Override
    public <Q, R> ClientMethod<Q, Multi<R>> serverStreaming(GrpcMethod<Q, R> method) {
        return prepare(method);
    }

    @Override
    public <Q, R> ClientMethod<Multi<Q>, R> clientStreaming(GrpcMethod<Q, R> method) {
        return prepare(method);
    }

    @Override
    public <Q, R> ClientMethod<Multi<Q>, Multi<R>> bidirectional(GrpcMethod<Q, R> method) {
        return prepare(method);
    }

    /** @param <A> what a service sees of the request, and {@code S} of the reply: the method's kind says which */
    private <A, S> ClientMethod<A, S> prepare(GrpcMethod<?, ?> method) {
        return ClientPipeline.prepare(method, options, loops, new WireService<A, S>(method, connections, grpc));
    }

    private void open(Address address, EventLoop loop, ConnectionCallback<GrpcClientConnection> callback) {
        connector.connect(address, loop, new ConnectionCallback<Channel>() {

            @Override
            public void connected(Channel channel) {
                GrpcClientConnection connection = GrpcConnectionBuilder.client(grpc.connection(),
                        (decoder, encoder, settings) -> new GrpcClientConnection(decoder, encoder, settings, grpc,
                                new RequestHeaders(address, tls)));
                channel.pipeline().addBefore(ConnectionInitializer.VERTX_HANDLER, HANDLER, connection);
                connection.whenReady(new Handshake(address, connection, tls, connectTimeout, callback));
            }

            @Override
            public void failed(VoloException failure) {
                callback.failed(failure);
            }
        });
    }

    /** Has connections that are made from now on use other certificates; those that are open stay. */
    public Future<Void> updateTls(SSLOptions tls) {
        return connector.updateTls(tls);
    }

    /** Closes its connections; calls under way fail, later ones too. */
    public Future<Void> close() {
        options.discovery().close();
        connections.close();
        return connector.close();
    }
}
