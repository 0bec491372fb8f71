package io.quarkiverse.volo.thrift.client;

import java.time.Duration;

import io.netty.channel.Channel;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.client.ClientPipeline;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.stub.ThriftStub;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.quarkiverse.volo.transport.PoolOptions;

/** A {@link ThriftClient} whose one connection is a channel that is given to it. */
public final class EmbeddedClient implements ThriftStub {

    /** Never probes: a probe takes a turn of the event loop, which nobody waits for here. */
    private static final PoolOptions TRUSTING = PoolOptions.DEFAULT.withProbeAfter(Duration.ofDays(1));

    private final CallLoops loops;
    private final ClientOptions options;
    private final ConnectionPool<PingPongConnection> pool;

    public EmbeddedClient(CallLoops loops, ClientOptions options, Channel channel) {
        this.loops = loops;
        this.options = options;
        this.pool = new ConnectionPool<>(TRUSTING, (address, loop, callback) -> callback
                .connected(channel.pipeline().get(PingPongConnection.class)));
        channel.pipeline().addLast(new PingPongConnection(channel, pool,
                ThriftClientOptions.DEFAULT.withTransport(ThriftTransport.FRAMED), new MalformedStrings("replies"),
                new UncarriedMetainfo("requests")));
    }

    @Override
    public <Q, R> ClientMethod<Q, R> method(ThriftMethod<Q, R> method) {
        return ClientPipeline.prepare(method, options, loops, new WireService<>(method, pool));
    }
}
