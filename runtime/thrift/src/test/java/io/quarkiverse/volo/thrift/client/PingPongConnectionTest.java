package io.quarkiverse.volo.thrift.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.CapturedLog;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** One connection without a socket: what it does between calls, and when a call is given up at an odd moment. */
@ExtendWith(FailOnBufferLeak.class)
class PingPongConnectionTest {

    private static final Address PEER = Address.of("peer.test", 1);

    private final HeldWrites held = new HeldWrites();
    private final EmbeddedChannel channel = new EmbeddedChannel(held);
    private final List<String> opened = new ArrayList<>();
    private final ConnectionPool<PingPongConnection> pool = new ConnectionPool<>(PoolOptions.DEFAULT.withBounds(1, 10),
            (address, loop, callback) -> {
                opened.add(address.toString());
                callback.connected(this.connection);
            });
    private final MalformedStrings malformed = new MalformedStrings("replies to client 'hello'");
    private final PingPongConnection connection = new PingPongConnection(channel, pool,
            ThriftClientOptions.DEFAULT.withTransport(ThriftTransport.FRAMED), malformed, new UncarriedMetainfo("requests"));

    @BeforeEach
    void open() {
        channel.pipeline().addLast(connection);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    /** Keeps the writes of requests from being done, as a full socket does. */
    private static final class HeldWrites extends ChannelOutboundHandlerAdapter {

        private boolean holding;
        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (holding) {
                waiting.add(() -> context.writeAndFlush(message, promise));
            } else {
                context.write(message, promise);
            }
        }

        void letGo() {
            holding = false;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }

    private UniAssertSubscriber<String> call(ThriftMethod<String, String> method, String text) {
        RpcContext context = new RpcContext(Role.CLIENT, method, channel.eventLoop());
        context.callee(new Endpoint("", PEER));
        UniAssertSubscriber<String> caller = UniAssertSubscriber.create();
        new WireService<>(method, pool).call(context, text).subscribe().withSubscriber(caller);
        channel.runPendingTasks();
        return caller;
    }

    private void reply(int sequenceId, String text) {
        reply(sequenceId, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void reply(int sequenceId, byte... bytes) {
        ByteBuf out = channel.readOutbound();
        out.release();
        channel.writeInbound(Messages.raw(2, "echo", sequenceId,
                "0b0000 %08x %s 00".formatted(bytes.length, java.util.HexFormat.of().formatHex(bytes))));
        channel.runPendingTasks();
    }

    @Test
    void anOnewayThatIsGivenUpWhileItIsWrittenLeavesTheConnectionFitForTheNextCall() {
        held.holding = true;
        UniAssertSubscriber<String> note = call(Echo.NOTE, "note");
        note.cancel();
        channel.runPendingTasks();
        held.letGo();
        channel.<ByteBuf> readOutbound().release();

        UniAssertSubscriber<String> next = call(Echo.ECHO, "next");
        reply(2, "reply");

        next.awaitItem(Duration.ofSeconds(1)).assertItem("reply");
        channel.advanceTimeBy(10, java.util.concurrent.TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aCallThatGetsAConnectionThatHasJustDiedFailsAtOnceAsNotSent() {
        channel.close();

        UniAssertSubscriber<String> call = call(Echo.ECHO, "hi");

        Throwable failure = call.awaitFailure(Duration.ofSeconds(1)).getFailure();
        assertThat(failure)
                .hasMessageContaining("Echo.echo to peer.test:1: the connection was closed before the request was sent");
        assertThat(((VoloException) failure).kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED);
        assertThat(((VoloException) failure).isUnprocessed()).isTrue();
        // Its permit is free again.
        call(Echo.ECHO, "again");
        assertThat(opened).hasSize(2);
    }

    @Test
    void bytesThatNobodyAskedForCloseTheConnectionBeforeTheNextCallCanTakeThemForItsReply() {
        UniAssertSubscriber<String> call = call(Echo.ECHO, "hi");
        reply(1, "reply");
        call.assertItem("reply");

        channel.writeInbound(io.netty.buffer.Unpooled.wrappedBuffer(Messages.hex("000000")));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void repliesThatAreNoUtf8AreCountedAndToldOnce() {
        try (CapturedLog log = new CapturedLog("io.quarkiverse.volo.thrift")) {
            for (int id = 1; id <= 2; id++) {
                UniAssertSubscriber<String> call = call(Echo.ECHO, "hi");
                reply(id, (byte) 0xff);
                call.assertItem("\ufffd");
            }

            assertThat(malformed.count()).isEqualTo(2);
            assertThat(log.lines()).singleElement().asString()
                    .startsWith("WARN replies to client 'hello': a string is no UTF-8;");
        }
    }

    @Test
    void aRequestWhoseWritingOverflowsTheStackFailsAndGivesItsConnectionBack() {
        UniAssertSubscriber<String> call = call(Echo.ECHO, "overflows");

        call.awaitFailure(Duration.ofSeconds(1)).assertFailedWith(VoloException.class, "the request cannot be written");
        UniAssertSubscriber<String> next = call(Echo.ECHO, "next");
        reply(2, "reply");
        next.assertItem("reply");
        assertThat(opened).hasSize(1);
    }
}
