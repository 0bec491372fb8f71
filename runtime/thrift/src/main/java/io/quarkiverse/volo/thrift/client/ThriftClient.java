package io.quarkiverse.volo.thrift.client;

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
import io.quarkiverse.volo.transport.Connector;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A Thrift client: owns its connections and prepares the methods of generated clients. Thread-safe; close it when it is not
 * needed any more.
 */
public final class ThriftClient implements ThriftStub {

    private static final String HANDLER = "volo-thrift";

    private final ClientOptions options;
    private final CallLoops loops;
    private final Connector connector;
    private final ConnectionPool<ThriftClientConnection> pool;
    private final MalformedStrings malformed;

    /**
     * @param loops shared by the application's clients
     * @param options how calls are made
     * @param thrift how they are written
     */
    public ThriftClient(Vertx vertx, CallLoops loops, ClientOptions options, ThriftClientOptions thrift,
            ConnectorOptions connecting, PoolOptions pooling) {
        this.options = options;
        this.loops = loops;
        this.pool = new ConnectionPool<>(pooling, this::open);
        this.malformed = new MalformedStrings("replies to client '" + options.name() + "'");
        UncarriedMetainfo uncarried = new UncarriedMetainfo("requests of client '" + options.name() + "'");
        this.connector = new Connector(vertx, connecting, (channel, context) -> channel.pipeline().addBefore(
                ConnectionInitializer.VERTX_HANDLER, HANDLER,
                new ThriftClientConnection(channel, pool, thrift, malformed, uncarried)));
        options.discovery().listen(change -> change.removed().forEach(pool::drop));
    }

    @Override
    public <Q, R> ClientMethod<Q, R> method(ThriftMethod<Q, R> method) {
        return ClientPipeline.prepare(method, options, loops, new WireService<>(method, pool));
    }

    private void open(Address address, EventLoop loop, ConnectionCallback<ThriftClientConnection> callback) {
        connector.connect(address, loop, new ConnectionCallback<Channel>() {

            @Override
            public void connected(Channel channel) {
                callback.connected((ThriftClientConnection) channel.pipeline().get(HANDLER));
            }

            @Override
            public void failed(VoloException failure) {
                callback.failed(failure);
            }
        });
    }

    /** Closes its connections; calls under way fail, later ones too. */
    public Future<Void> close() {
        options.discovery().close();
        pool.close();
        return connector.close();
    }
}
