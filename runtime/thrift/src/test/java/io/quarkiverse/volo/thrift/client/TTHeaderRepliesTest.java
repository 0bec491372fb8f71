package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
import io.quarkiverse.volo.transport.ConnectionPool;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** What a client's request says in its TTHeader, and what becomes of what a reply says in its own. */
@ExtendWith(FailOnBufferLeak.class)
class TTHeaderRepliesTest {

    private static final MessageForm FORM = MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ConnectionPool<PingPongConnection> pool = new ConnectionPool<>(PoolOptions.DEFAULT,
            (address, loop, callback) -> callback.connected(this.connection));
    private final PingPongConnection connection = new PingPongConnection(channel, pool,
            ThriftClientOptions.DEFAULT.withForm(FORM, "; set another transport"), new MalformedStrings("replies"),
            new UncarriedMetainfo("requests"));
    private final RpcContext context = new RpcContext(Role.CLIENT, Echo.ECHO, channel.eventLoop());

    @BeforeEach
    void open() {
        channel.pipeline().addLast(connection);
        context.caller(new Endpoint("me", null));
        context.callee(new Endpoint("them", Address.of("peer.test", 1)));
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private UniAssertSubscriber<String> call() {
        UniAssertSubscriber<String> caller = UniAssertSubscriber.create();
        new WireService<>(Echo.ECHO, pool).call(context, "hi").subscribe().withSubscriber(caller);
        channel.runPendingTasks();
        return caller;
    }

    private TTHeader sentHeader() {
        ByteBuf request = channel.readOutbound();
        try {
            return new TTHeaderReader().read(request.skipBytes(4));
        } finally {
            request.release();
        }
    }

    /** Answers the first request. */
    private void reply(Consumer<TTHeader> header, int type, Consumer<ThriftWriter> body) {
        channel.<ByteBuf> readOutbound().release();
        TTHeader reply = new TTHeader().sequenceId(1);
        header.accept(reply);
        ByteBuf out = Unpooled.buffer();
        MessageWriter messages = new MessageWriter(Integer.MAX_VALUE);
        body.accept(messages.begin(out, FORM, reply, "echo", type, 1));
        messages.end();
        channel.writeInbound(out);
        channel.runPendingTasks();
    }

    private static void item(ThriftWriter out) {
        Echo.ECHO.result().writeSuccess(out, "reply");
    }

    private static void nothing(ThriftWriter out) {
        out.structBegin();
        out.structEnd();
    }

    private static VoloException failure(UniAssertSubscriber<String> call) {
        return (VoloException) call.awaitFailure(Duration.ofSeconds(1)).getFailure();
    }

    @Test
    void aRequestSaysWhoCallsWhom() {
        call();

        TTHeader header = sentHeader();
        assertThat(header.sequenceId()).isEqualTo(1);
        assertThat(header.protocolId()).isZero();
        assertThat(header.get(TextKey.SERVICE)).isEqualTo("Echo");
        assertThat(header.get(IntKey.FROM_SERVICE)).isEqualTo("me");
        assertThat(header.get(IntKey.TO_SERVICE)).isEqualTo("them");
        assertThat(header.get(IntKey.TO_METHOD)).isEqualTo("echo");
        assertThat(header.get(IntKey.DEST_ADDRESS)).isEqualTo("peer.test:1");
        assertThat(header.get(IntKey.RPC_TIMEOUT)).isNull();
    }

    @Test
    void aRequestSaysHowLongItHasLeft() {
        context.deadline(Deadline.after(Duration.ofMillis(1500)));
        call();

        assertThat(sentHeader().millis(IntKey.RPC_TIMEOUT)).isBetween(1000L, 1500L);
    }

    @Test
    void whoHasNoTimeLeftSaysOneMillisecond() {
        context.deadline(Deadline.after(Duration.ofNanos(1)));
        call();

        assertThat(sentHeader().get(IntKey.RPC_TIMEOUT)).isEqualTo("1");
    }

    @Test
    void metainfoGoesWithTheRequest() {
        context.metainfo().setPersistent("P", "1").setTransient("T", "2");
        call();

        TTHeader header = sentHeader();
        assertThat(header.get("RPC_PERSIST_P")).isEqualTo("1");
        assertThat(header.get("RPC_TRANSIT_T")).isEqualTo("2");
    }

    @Test
    void metainfoComesBackFromVoloAndFromKitexAndNothingElseDoes() {
        UniAssertSubscriber<String> call = call();
        reply(header -> header.put("RPC_BACKWARD_V", "volo").put("K", "kitex").put("isn", "x").put("RPC_PERSIST_P", "y")
                .put("biz-message", "z"), MessageType.REPLY, TTHeaderRepliesTest::item);

        call.awaitItem().assertItem("reply");
        assertThat(context.metainfo().getDownstream("V")).isEqualTo("volo");
        assertThat(context.metainfo().getDownstream("K")).isEqualTo("kitex");
        int[] count = { 0 };
        context.metainfo().forEachDownstream((key, value) -> count[0]++);
        assertThat(count[0]).isEqualTo(2);
    }

    @Test
    void kitexBusinessErrorIsAReplyWithoutAResult() {
        UniAssertSubscriber<String> call = call();
        reply(header -> header.put("biz-status", "404").put("biz-message", "nf").put("biz-extra", "{\"id\":\"7\"}"),
                MessageType.REPLY, TTHeaderRepliesTest::nothing);

        BizException error = (BizException) failure(call);
        assertThat(error.code()).isEqualTo(404);
        assertThat(error.getMessage()).isEqualTo("nf");
        assertThat(error.extra()).isEqualTo(Map.of("id", "7"));
        assertThat(error.kind()).isEqualTo(ErrorKind.BUSINESS);
        assertThat(connection.isReusable()).isTrue();
    }

    /** The last of wire.md's golden vectors, B 2.1, but for the method's name and the id. */
    @Test
    void volosBusinessErrorIsAnException() {
        UniAssertSubscriber<String> call = call();
        channel.<ByteBuf> readOutbound().release();
        channel.writeInbound(Unpooled.wrappedBuffer(hex("0000008a 1000 0000 00000001 000c 0000"
                + "01 0002 000a 62697a2d737461747573 0003 343034 000b 62697a2d6d657373616765 0002 6e66 10 0001 0016 0001 03 00"
                + "0000004c 80010003 00000004 6563686f 00000001 0b0001 0000002d"
                + "7374617475735f636f64653a203430342c207374617475735f6d6573736167653a206e662c2065787472613a20 080002 00000006 00")));
        channel.runPendingTasks();

        BizException error = (BizException) failure(call);
        assertThat(error.code()).isEqualTo(404);
        assertThat(error.getMessage()).isEqualTo("nf");
        assertThat(error.extra()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "", "many", "99999999999" })
    void aStatusThatIsNoneIsNone(String status) {
        UniAssertSubscriber<String> call = call();
        reply(header -> header.put("biz-status", status), MessageType.REPLY, TTHeaderRepliesTest::item);

        call.awaitItem().assertItem("reply");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "[]", "{\"id\":7}", "{\"id\":{}}", "{} {}", "seven" })
    void extraThatIsNoneIsLeftOut(String extra) {
        UniAssertSubscriber<String> call = call();
        reply(header -> header.put("biz-status", "1").put("biz-extra", extra), MessageType.REPLY, TTHeaderRepliesTest::nothing);

        BizException error = (BizException) failure(call);
        assertThat(error.code()).isEqualTo(1);
        assertThat(error.getMessage()).isEmpty();
        assertThat(error.extra()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "TIMEOUT", "OVERLOAD", "UNAUTHENTICATED", "PERMISSION_DENIED" })
    void whyTheServerDidNotAnswerIsKnown(String kind) {
        UniAssertSubscriber<String> call = call();
        reply(header -> header.put("volo-error-kind", kind), MessageType.EXCEPTION,
                out -> ApplicationErrorCodec.write(out, "no", 6));

        VoloException error = failure(call);
        assertThat(error.kind()).isEqualTo(ErrorKind.valueOf(kind));
        assertThat(error).hasMessage("Echo.echo to peer.test:1: no").hasCauseInstanceOf(ThriftException.class);
        assertThat(error.isUnprocessed()).isEqualTo(kind.equals("OVERLOAD"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 20, 21 })
    void kitexOwnTypesHaveNames(int type) {
        UniAssertSubscriber<String> call = call();
        reply(header -> {
        }, MessageType.EXCEPTION, out -> ApplicationErrorCodec.write(out, "no", type));

        ThriftException error = (ThriftException) failure(call);
        assertThat(error.type().number()).isEqualTo(type);
    }

    @Test
    void aConnectionThatItsPeerIsAboutToCloseIsNotUsedAgain() {
        UniAssertSubscriber<String> call = call();
        reply(header -> header.put("crrst", "1"), MessageType.REPLY, TTHeaderRepliesTest::item);

        call.awaitItem().assertItem("reply");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aPeerThatHangsUpAtTheFirstCallMayNotSpeakTTHeader() {
        UniAssertSubscriber<String> call = call();
        channel.<ByteBuf> readOutbound().release();
        channel.close();

        assertThat(failure(call)).hasMessageEndingWith("; set another transport");
    }

    @Test
    void soMayOneThatAnswersWhatIsNoReply() {
        UniAssertSubscriber<String> call = call();
        channel.<ByteBuf> readOutbound().release();
        channel.writeInbound(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump("48545450")));
        channel.writeInbound(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump("2f312e31")));

        assertThat(failure(call)).hasMessageEndingWith("; set another transport");
    }

    @Test
    void onceItHasAnsweredItDoesSpeakIt() {
        UniAssertSubscriber<String> first = call();
        reply(header -> {
        }, MessageType.REPLY, TTHeaderRepliesTest::item);
        first.awaitItem();
        UniAssertSubscriber<String> second = call();
        channel.<ByteBuf> readOutbound().release();
        channel.close();

        assertThat(failure(second).getMessage()).doesNotContain("transport");
    }
}
