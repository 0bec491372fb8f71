package io.quarkiverse.volo.thrift.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
import io.quarkiverse.volo.transport.MultiplexPool;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** Connections without a socket that serve many calls at once. */
@ExtendWith(FailOnBufferLeak.class)
class MultiplexConnectionTest {

    private static final MessageForm TTHEADER = MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY);
    private static final MessageForm FRAMED = MessageForm.of(ThriftTransport.FRAMED, MessageProtocol.BINARY);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final EmbeddedChannel caller = new EmbeddedChannel();
    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private ThriftClientOptions options = ThriftClientOptions.DEFAULT.withForm(TTHEADER, "; set another transport")
            .withMaxInFlight(4);
    private int firstId = 1;

    private final MultiplexPool<MultiplexConnection> pool = new MultiplexPool<>(PoolOptions.DEFAULT.withBounds(2, 10),
            (address, loop, callback) -> callback.connected(open()));

    @AfterEach
    void close() {
        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    private MultiplexConnection open() {
        EmbeddedChannel channel = new EmbeddedChannel();
        var connection = new MultiplexConnection(channel, options, new MalformedStrings("replies"),
                new UncarriedMetainfo("requests"));
        connection.lastSequenceId(firstId - 1);
        channel.pipeline().addLast(connection);
        channels.add(channel);
        return connection;
    }

    private UniAssertSubscriber<String> call(ThriftMethod<String, String> method, String text) {
        RpcContext context = new RpcContext(Role.CLIENT, method, caller.eventLoop());
        context.callee(new Endpoint("them", Address.of("peer.test", 1)));
        UniAssertSubscriber<String> subscriber = UniAssertSubscriber.create();
        new WireService<>(method, pool).call(context, text).subscribe().withSubscriber(subscriber);
        return subscriber;
    }

    private UniAssertSubscriber<String> call(String text) {
        return call(Echo.ECHO, text);
    }

    private EmbeddedChannel channel() {
        return channels.get(0);
    }

    private void runTasks() {
        channels.forEach(EmbeddedChannel::runPendingTasks);
    }

    /** What was sent, in short: the header's flags and id, if it has one, the message's id and its text. */
    private List<String> sent(EmbeddedChannel channel) {
        runTasks();
        List<String> requests = new ArrayList<>();
        for (ByteBuf request = channel.readOutbound(); request != null; request = channel.readOutbound()) {
            requests.add(told(request));
            request.release();
        }
        return requests;
    }

    private String told(ByteBuf request) {
        String header = "";
        request.skipBytes(4);
        if (options.form().hasHeader()) {
            TTHeader beside = new TTHeaderReader().read(request);
            header = "flags " + beside.flags() + " id " + beside.sequenceId() + " ";
            request.skipBytes(4);
        }
        BinaryReader in = new BinaryReader(DecodeLimits.DEFAULT);
        in.reset(request);
        MessageHeader message = in.readMessageBegin();
        return header + message.name() + " " + message.sequenceId() + " " + Echo.ECHO.arguments().read(in);
    }

    private void reply(int id, String text) {
        reply(channel(), id, header -> {
        }, text);
    }

    private void reply(EmbeddedChannel channel, int id, Consumer<TTHeader> header, String text) {
        TTHeader beside = new TTHeader().sequenceId(id);
        header.accept(beside);
        ByteBuf out = Unpooled.buffer();
        MessageWriter messages = new MessageWriter(Integer.MAX_VALUE);
        Echo.ECHO.result().writeSuccess(
                messages.begin(out, options.form(), options.form().hasHeader() ? beside : null, "echo", 2, id), text);
        messages.end();
        channel.writeInbound(out);
        runTasks();
    }

    private static void resets(TTHeader header) {
        header.put(TextKey.CONNECTION_RESET, "1");
    }

    private static VoloException failure(UniAssertSubscriber<String> call) {
        return (VoloException) call.awaitFailure(AT_ONCE).getFailure();
    }

    @Test
    void eachRequestHasAnIdOfItsOwnInHeaderAndMessageAndSaysThatAnyOrderWillDo() {
        call("a");
        call("b");

        assertThat(sent(channel())).containsExactly("flags 1 id 1 echo 1 a", "flags 1 id 2 echo 2 b");
    }

    @Test
    void repliesInAnyOrderReachTheirCalls() {
        var first = call("a");
        var second = call("b");

        reply(2, "B");
        second.awaitItem(AT_ONCE).assertItem("B");
        first.assertNotTerminated();
        reply(1, "A");
        first.awaitItem(AT_ONCE).assertItem("A");
        assertThat(channels).hasSize(1);
    }

    @Test
    void whereThereIsNoHeaderTheMessagesIdSaysWhoseReplyItIs() {
        options = options.withForm(FRAMED, "");
        var first = call("a");
        var second = call("b");

        assertThat(sent(channel())).containsExactly("echo 1 a", "echo 2 b");
        reply(2, "B");
        reply(1, "A");

        second.awaitItem(AT_ONCE).assertItem("B");
        first.awaitItem(AT_ONCE).assertItem("A");
    }

    @Test
    void twoRepliesInOneReadAreTwo() {
        var first = call("a");
        var second = call("b");
        EmbeddedChannel copies = new EmbeddedChannel();
        reply(copies, 1, header -> {
        }, "A");
        reply(copies, 2, header -> {
        }, "B");

        channel().writeInbound(Unpooled.wrappedBuffer(copies.<ByteBuf> readInbound(), copies.<ByteBuf> readInbound()));

        first.awaitItem(AT_ONCE).assertItem("A");
        second.awaitItem(AT_ONCE).assertItem("B");
    }

    @Test
    void anIdInUseIsSkippedWhenIdsBeginAgain() {
        firstId = Integer.MAX_VALUE;
        call("last");
        var first = call("first");
        assertThat(sent(channel())).containsExactly("flags 1 id 2147483647 echo 2147483647 last", "flags 1 id 1 echo 1 first");

        reply(Integer.MAX_VALUE, "done");
        ((MultiplexConnection) channel().pipeline().last()).lastSequenceId(Integer.MAX_VALUE);
        call("next");

        assertThat(sent(channel())).containsExactly("flags 1 id 2 echo 2 next");
        reply(1, "still its own");
        first.awaitItem(AT_ONCE).assertItem("still its own");
    }

    @Test
    void whatIsTooMuchForOneConnectionGoesToAnotherAndThenWaits() {
        options = options.withMaxInFlight(2);
        List<UniAssertSubscriber<String>> calls = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            calls.add(call("call " + i));
        }

        assertThat(sent(channels.get(0))).hasSize(2);
        assertThat(sent(channels.get(1))).containsExactly("flags 1 id 1 echo 1 call 3", "flags 1 id 2 echo 2 call 4");
        reply(channels.get(1), 2, header -> {
        }, "4");
        assertThat(sent(channels.get(1))).containsExactly("flags 1 id 3 echo 3 call 5");
        assertThat(channels).hasSize(2);
    }

    @Test
    void aCallThatIsGivenUpIsForgottenAndItsLateReplyDropped() {
        options = options.withMaxInFlight(1);
        call("given up").cancel();
        var next = call("next");

        assertThat(sent(channel())).containsExactly("flags 1 id 1 echo 1 given up", "flags 1 id 2 echo 2 next");
        reply(1, "too late");
        next.assertNotTerminated();
        reply(2, "in time");
        next.awaitItem(AT_ONCE).assertItem("in time");
        assertThat(channels).hasSize(1);
    }

    @Test
    void aReplyThatNobodyAskedForIsDropped() {
        var call = call("a");

        reply(77, "for whom?");
        reply(0, "for the connection?");

        assertThat(channel().isOpen()).isTrue();
        reply(1, "A");
        call.awaitItem(AT_ONCE).assertItem("A");
    }

    @Test
    void theIdZeroWithAResetMeansThatTheConnectionTakesNoMoreCallsAndClosesAfterThoseItHas() {
        var before = call("before");

        reply(channel(), 0, MultiplexConnectionTest::resets, "");
        call("after");

        assertThat(sent(channels.get(1))).containsExactly("flags 1 id 1 echo 1 after");
        assertThat(channel().isOpen()).isTrue();
        reply(1, "served");
        before.awaitItem(AT_ONCE).assertItem("served");
        assertThat(channel().isOpen()).isFalse();
    }

    @Test
    void aReplyWithAResetIsDeliveredAndIsTheConnectionsLast() {
        var first = call("a");
        var second = call("b");

        reply(channel(), 1, MultiplexConnectionTest::resets, "A");

        first.awaitItem(AT_ONCE).assertItem("A");
        assertThat(channel().isOpen()).isTrue();
        reply(2, "B");
        second.awaitItem(AT_ONCE).assertItem("B");
        assertThat(channel().isOpen()).isFalse();
        call("elsewhere");
        assertThat(channels).hasSize(2);
    }

    @Test
    void aBusinessErrorReachesItsCall() {
        call("other");
        var call = call("a");

        reply(channel(), 2, header -> header.put("biz-status", "404").put("biz-message", "no such thing"), "");

        assertThat(call.awaitFailure(AT_ONCE).getFailure()).isInstanceOfSatisfying(BizException.class,
                failure -> assertThat(failure.code()).isEqualTo(404));
    }

    @Test
    void aLostConnectionFailsAllItsCallsAndTheNextOneGoesElsewhere() {
        var first = call("a");
        var second = call("b");

        channel().close();
        runTasks();

        for (var call : List.of(first, second)) {
            assertThat(failure(call).kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED);
            assertThat(failure(call).isUnprocessed()).isFalse();
            assertThat(failure(call)).hasMessage("Echo.echo to peer.test:1: the connection was closed before the reply;"
                    + " set another transport");
        }
        call("again");
        assertThat(channels).hasSize(2);
    }

    @Test
    void bytesThatAreNoReplyFailAllCallsAndCloseTheConnection() {
        var first = call("a");
        var second = call("b");

        channel().writeInbound(Unpooled.wrappedBuffer("HTTP/1.1 400 Bad Request".getBytes(US_ASCII)));
        runTasks();

        assertThat(failure(first).kind()).isEqualTo(ErrorKind.PROTOCOL);
        assertThat(failure(second)).hasMessageContaining("the reply cannot be understood");
        assertThat(channel().isOpen()).isFalse();
    }

    @Test
    void aReplyToAnotherMethodFailsItsCallAndTheConnectionTakesNoMore() {
        var wrapped = call(Echo.WRAPPED, "a");
        var echo = call("b");

        reply(1, "of echo");

        assertThat(failure(wrapped)).hasMessageContaining("method: 'echo' (expected: 'wrapped')");
        reply(2, "B");
        echo.awaitItem(AT_ONCE).assertItem("B");
        assertThat(channel().isOpen()).isFalse();
    }

    @Test
    void ifNothingComesAfterACallWasGivenUpTheConnectionTakesNoMore() {
        var call = call("given up");
        var patient = call("patient");
        runTasks();
        call.cancel();

        channel().advanceTimeBy(2, TimeUnit.SECONDS);
        channel().runScheduledPendingTasks();
        call("next");

        assertThat(channels).hasSize(2);
        reply(2, "after all");
        patient.awaitItem(AT_ONCE).assertItem("after all");
        assertThat(channel().isOpen()).isFalse();
    }

    @Test
    void ifAnyReplyComesAfterACallWasGivenUpTheConnectionGoesOn() {
        var call = call("given up");
        call("answered");
        runTasks();
        call.cancel();
        reply(2, "here I am");

        channel().advanceTimeBy(2, TimeUnit.SECONDS);
        channel().runScheduledPendingTasks();
        call("next");

        assertThat(channels).hasSize(1);
        assertThat(channel().isOpen()).isTrue();
    }

    @Test
    void aRequestThatCannotBeWrittenTakesNoPlace() {
        options = options.withMaxInFlight(1);
        assertThat(failure(call("unwritable"))).hasMessageContaining("the request cannot be written");

        call("next");

        assertThat(sent(channel())).hasSize(1);
    }

    @Test
    void aOnewayCallEndsWhenItIsSent() {
        options = options.withMaxInFlight(1);
        var note = call(Echo.NOTE, "note");
        note.assertNotTerminated();

        runTasks();

        note.awaitItem(AT_ONCE).assertItem(null);
        call("next");
        assertThat(sent(channel())).containsExactly("flags 1 id 1 note 1 note", "flags 1 id 2 echo 2 next");
    }

    @Test
    void aConnectionThatIsTooOldTakesNoMoreCalls() {
        options = options.withLifetime(Duration.ofMinutes(1), Duration.ofNanos(1));
        var first = call("a");
        var second = call("b");

        reply(1, "A");
        first.awaitItem(AT_ONCE).assertItem("A");
        call("c");

        assertThat(channels).hasSize(2);
        reply(2, "B");
        second.awaitItem(AT_ONCE).assertItem("B");
        assertThat(channel().isOpen()).isFalse();
    }
}
