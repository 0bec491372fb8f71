package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.Messages.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BackwardKeys;
import io.quarkiverse.volo.thrift.server.ReplyOptions.BizErrors;
import io.quarkiverse.volo.thrift.server.ReplyOptions.MessageTypeForm;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;
import io.smallrye.mutiny.Uni;

/** What a server learns from the TTHeaders of requests, and says in those of replies. */
class TTHeaderFactsTest extends WithServedChannel {

    private static final MessageForm FORM = MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY);

    private TTHeader replyHeader() {
        ByteBuf reply = served.channel.readOutbound();
        try {
            return new TTHeaderReader().read(reply.skipBytes(4));
        } finally {
            reply.release();
        }
    }

    private static String texts(TTHeader header) {
        TreeMap<String, String> texts = new TreeMap<>();
        header.forEach(texts::put);
        return texts.toString();
    }

    private RpcContext serve(TTHeader header) {
        served.receive(call(ECHO, 1, "hi", FORM, header));
        return served.calls.get(served.calls.size() - 1);
    }

    @Test
    void whoCallsWhomIsKnown() {
        RpcContext call = serve(new TTHeader().put(IntKey.FROM_SERVICE, "me").put(IntKey.TO_SERVICE, "them"));

        assertThat(call.caller()).isEqualTo(new Endpoint("me", Address.of("peer.example", 4711)));
        assertThat(call.callee()).isEqualTo(new Endpoint("them", null));
        assertThat(call.method()).isEqualTo("echo");
    }

    @Test
    void theNamesOfEachRequestAreItsOwn() {
        assertThat(serve(new TTHeader().put(IntKey.FROM_SERVICE, "a")).caller().service()).isEqualTo("a");
        assertThat(serve(new TTHeader().put(IntKey.FROM_SERVICE, "b")).caller().service()).isEqualTo("b");
        assertThat(serve(new TTHeader()).caller().service()).isEmpty();
    }

    @Test
    void behindAProxyTheCallersAddressIsWhatTheProxySays() {
        TTHeader header = new TTHeader().put(IntKey.FROM_SERVICE, "me").put("rip", "10.0.0.1:99");

        assertThat(serve(header).caller().address()).isEqualTo(Address.of("10.0.0.1", 99));
        assertThat(serve(header.put("rip", "nonsense")).caller().address()).isEqualTo(Address.of("peer.example", 4711));
    }

    @Test
    void theCallersTimeIsTheDeadline() {
        Deadline deadline = serve(new TTHeader().put(IntKey.RPC_TIMEOUT, "5000")).deadline();

        assertThat(deadline.total()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0", "-5", "soon", "99999999999999999999" })
    void aTimeThatIsNoneIsNone(String time) {
        assertThat(serve(new TTHeader().put(IntKey.RPC_TIMEOUT, time)).deadline().isNone()).isTrue();
    }

    @Test
    void metainfoComesWithTheRequest() {
        RpcContext call = serve(new TTHeader().put("RPC_PERSIST_P", "1").put("RPC_TRANSIT_T", "2")
                .put("RPC_TRANSIT_UPSTREAM_U", "3").put("other", "4").token("tok"));

        assertThat(call.metainfo().getPersistent("P")).isEqualTo("1");
        assertThat(call.metainfo().getUpstream("T")).isEqualTo("2");
        assertThat(call.metainfo().getUpstream("U")).isEqualTo("3");
        assertThat(call.metainfo().getUpstream("gdpr-token")).isEqualTo("tok");
        assertThat(call.metainfo().getTransient("T")).isNull();
    }

    @Test
    void aRequestWithoutMetainfoMakesNone() {
        assertThat(serve(new TTHeader().put("isn", "Echo")).metainfoIfAny()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "BOTH | {K=v, RPC_BACKWARD_K=v, RPC_BACKWARD_biz-status=1}",
            "PREFIXED | {RPC_BACKWARD_K=v, RPC_BACKWARD_biz-status=1}", "BARE | {K=v}" })
    void metainfoGoesBackUnderTheNamesThatAreConfigured(BackwardKeys keys, String expected) {
        serve(ThriftServerOptions.DEFAULT
                .withReplies(new ReplyOptions(false, BizErrors.REPLY, keys, MessageTypeForm.DIGIT)));
        served.receive(call(ECHO, 1, "send back", FORM, new TTHeader()));

        assertThat(texts(replyHeader())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "DIGIT, 2", "BYTE, '\u0002'" })
    void theMessageTypeIsToldAsConfigured(MessageTypeForm form, String expected) {
        serve(ThriftServerOptions.DEFAULT
                .withReplies(new ReplyOptions(false, BizErrors.REPLY, BackwardKeys.BOTH, form)));
        served.receive(call(ECHO, 1, "hi", FORM, new TTHeader()));

        assertThat(replyHeader().get(IntKey.MESSAGE_TYPE)).isEqualTo(expected.translateEscapes());
    }

    @Test
    void aBusinessErrorIsAReplyAndTheHeaderTellsIt() {
        served.receive(call(ECHO, 1, "biz", FORM, new TTHeader()));

        TTHeader header = replyHeader();
        assertThat(texts(header)).isEqualTo("{biz-extra={\"id\":\"7\"}, biz-message=nf, biz-status=404}");
        assertThat(header.get(IntKey.MESSAGE_TYPE)).isEqualTo("2");
    }

    @Test
    void orAnExceptionAndTheHeaderTellsItToo() {
        serve(ThriftServerOptions.DEFAULT
                .withReplies(new ReplyOptions(false, BizErrors.EXCEPTION, BackwardKeys.BOTH, MessageTypeForm.DIGIT)));
        served.receive(call(ECHO, 1, "biz", FORM, new TTHeader()));

        TTHeader header = replyHeader();
        assertThat(texts(header)).isEqualTo("{biz-extra={\"id\":\"7\"}, biz-message=nf, biz-status=404}");
        assertThat(header.get(IntKey.MESSAGE_TYPE)).isEqualTo("3");
    }

    @Test
    void withoutAHeaderABusinessErrorIsAnExceptionInVolosWords() {
        served.receive(call(ECHO, 1, "biz"));

        assertThat(served.reply()).isEqualTo("echo#1 ! 6: status_code: 404, status_message: nf, extra: id: 7, ");
    }

    @ParameterizedTest
    @CsvSource({ "too late, TIMEOUT", "too much, OVERLOAD", "fail, " })
    void whyThereIsNoReplyIsToldWhereItHelps(String text, String kind) {
        served.receive(call(ECHO, 1, text, FORM, new TTHeader()));

        assertThat(replyHeader().get("volo-error-kind")).isEqualTo(kind);
    }

    @Test
    void theServiceThatTheHeaderNamesIsAskedElseTheOneThatHasTheMethodElseTheDefault() {
        Service<String, String> first = (context, text) -> Uni.createFrom().item("first");
        Service<String, String> second = (context, text) -> Uni.createFrom().item("second");
        served.server.routes(ThriftRoutes.builder().defaultService("Echo").add(ECHO, first)
                .add(ECHO.inService("Second"), second).add(Echo.WRAPPED.inService("Second"), second).build());

        served.receive(call(ECHO, 1, "", FORM, new TTHeader().put("isn", "Second")), call(ECHO, 2, ""),
                call(ECHO, 3, "", FORM, new TTHeader().put("isn", "Unknown")), call(Echo.WRAPPED, 4, ""),
                call(Echo.WRAPPED, 5, "", FORM, new TTHeader().put("isn", "Echo")));

        assertThat(served.reply()).isEqualTo("ttheader framed echo#1 = second");
        assertThat(served.reply()).isEqualTo("echo#2 = first");
        assertThat(served.reply()).isEqualTo("ttheader framed echo#3 = first");
        assertThat(served.reply()).isEqualTo("wrapped#4 = second");
        assertThat(served.reply()).isEqualTo("ttheader framed wrapped#5 ! 1: unknown method: 'wrapped' of service 'Echo'");
    }

    @Test
    void methodsOfOneNameNeedADefaultService() {
        Service<String, String> any = (context, text) -> Uni.createFrom().item(text);
        ThriftRoutes.Builder routes = ThriftRoutes.builder().add(ECHO, any).add(ECHO.inService("Second"), any);

        assertThatThrownBy(routes::build)
                .hasMessage("method: echo of [Echo, Second] (expected: names that differ, or a default service)");
        assertThatThrownBy(routes.defaultService("Third")::build)
                .hasMessage("default service: 'Third' (expected: one of [Echo, Second])");
    }
}
