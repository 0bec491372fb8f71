package io.quarkiverse.volo.thrift.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.CapturedLog;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** Calls with metainfo over a transport that has no room for it. */
@ExtendWith(FailOnBufferLeak.class)
class UncarriedMetainfoTest {

    private final CapturedLog log = new CapturedLog("io.quarkiverse.volo.thrift");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ConnectionPool<PingPongConnection> pool = new ConnectionPool<>(PoolOptions.DEFAULT,
            (address, loop, callback) -> callback.connected(channel.pipeline().get(PingPongConnection.class)));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        log.close();
    }

    private void connect(boolean strict) {
        channel.pipeline().addLast(new PingPongConnection(channel, pool,
                ThriftClientOptions.DEFAULT.withTransport(ThriftTransport.FRAMED).withStrictMetainfo(strict),
                new MalformedStrings("replies"), new UncarriedMetainfo("requests of client 'hello'")));
    }

    private UniAssertSubscriber<String> note() {
        RpcContext context = new RpcContext(Role.CLIENT, Echo.NOTE, channel.eventLoop());
        context.callee(new Endpoint("", Address.of("peer.test", 1)));
        context.metainfo().setPersistent("k", "v");
        UniAssertSubscriber<String> caller = UniAssertSubscriber.create();
        new WireService<>(Echo.NOTE, pool).call(context, "hi").subscribe().withSubscriber(caller);
        channel.runPendingTasks();
        return caller;
    }

    @Test
    void itIsLeftOutWithOneWarning() {
        connect(false);
        note().awaitItem();
        note().awaitItem();

        assertThat(log.lines()).containsExactly("WARN requests of client 'hello': metainfo is left out, and will be without a"
                + " word from now on: it travels in a TTHeader only");
    }

    @Test
    void orTheCallFailsUnsent() {
        connect(true);
        VoloException failure = (VoloException) note().awaitFailure(Duration.ofSeconds(1)).getFailure();

        assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
        assertThat(failure.isUnprocessed()).isTrue();
        assertThat(failure)
                .hasMessageContaining("Echo.note to peer.test:1: the request cannot be written: metainfo: persistent")
                .hasMessageContaining("(expected: none, or a transport with a TTHeader, which carries it)");
        assertThat(channel.<ByteBuf> readOutbound()).isNull();
        assertThat(log.lines()).isEmpty();
    }
}
