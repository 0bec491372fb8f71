package io.quarkiverse.volo.thrift.client;

import java.util.function.Function;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.client.ClientPipeline;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.transport.ConnectionCallback;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.quarkiverse.volo.transport.Connections;
import io.quarkiverse.volo.transport.Connector;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.MultiplexPool;
import io.quarkiverse.volo.transport.PoolOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SSLOptions;

/**
 * A Thrift client: owns its connections and prepares the methods of generated clients. Thread-safe; close it when it is not
 * needed any more.
 */
public final class ThriftClient implements ThriftStub {

    private static final String HANDLER = "volo-thrift";

    private final ClientOptions options;
    private final CallLoops loops;
    private final Connector connector;
    private final Connections<? extends ThriftClientConnection> connections;

    /**
     * @param loops shared by the application's clients
     * @param options how calls are made
     * @param thrift how they are written
     */
    public ThriftClient(Vertx vertx, CallLoops loops, ClientOptions options, ThriftClientOptions thrift,
            ConnectorOptions connecting, PoolOptions pooling) {
        this.options = options;
        this.loops = loops;
        var malformed = new MalformedStrings("replies to client '" + options.name() + "'");
        var uncarried = new UncarriedMetainfo("requests of client '" + options.name() + "'");
        Function<Channel, ThriftClientConnection> connection;
        if (thrift.multiplexes()) {
            this.connections = new MultiplexPool<MultiplexConnection>(perLoop(pooling, loops), this::open);
            connection = channel -> new MultiplexConnection(channel, thrift, malformed, uncarried);
        } else {
            var pool = new ConnectionPool<PingPongConnection>(pooling, this::open);
            this.connections = pool;
            connection = channel -> new PingPongConnection(channel, pool, thrift, malformed, uncarried);
        }
        this.connector = new Connector(vertx, connecting, (channel, context) -> channel.pipeline().addBefore(
                ConnectionInitializer.VERTX_HANDLER, HANDLER, connection.apply(channel)));
        options.discovery().listen(change -> change.removed().forEach(connections::drop));
    }

    /** The share of one event loop, which is one connection at least. */
    private static PoolOptions perLoop(PoolOptions all, CallLoops loops) {
        return all.withMinIdle(0).withBounds(Math.max(1, all.maxConnections() / loops.count()), all.maxWaiting());
    }

    @Override
    public <Q, R> ClientMethod<Q, R> method(ThriftMethod<Q, R> method) {
        return ClientPipeline.prepare(method, options, loops, new WireService<>(method, connections));
    }

    private <C extends ThriftClientConnection> void open(Address address, EventLoop loop, ConnectionCallback<C> callback) {
        connector.connect(address, loop, new ConnectionCallback<Channel>() {

            /** Each channel of the pool's has one of the pool's connections. */
            @Override
            @SuppressWarnings("unchecked")
            public void connected(Channel channel) {
                callback.connected((C) channel.pipeline().get(HANDLER));
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
