package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.TextsServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.grpc.testing.Texts;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;

/** Calls of one message each way, as grpc-java's client makes them. */
class UnaryCallTest extends WithTextsServer {

    private static final MethodDescriptor<StringValue, StringValue> ECHO = Texts.descriptor(Texts.ECHO);

    private String echo(String text) {
        return ClientCalls.blockingUnaryCall(channel(), ECHO, CallOptions.DEFAULT, text(text)).getValue();
    }

    @Test
    void areAnswered() {
        server.echo((context, request) -> Uni.createFrom().item(text("hello " + request.getValue())));

        assertThat(echo("world")).isEqualTo("hello world");
        assertThat(echo("")).isEqualTo("hello ");
    }

    @Test
    void manyOverlapOnOneConnection() throws Exception {
        server.echo((context, request) -> Uni.createFrom().item(request));
        List<ListenableFuture<StringValue>> replies = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            replies.add(ClientCalls.futureUnaryCall(channel().newCall(ECHO, CallOptions.DEFAULT), text("call " + i)));
        }

        for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i).get(20, TimeUnit.SECONDS).getValue()).isEqualTo("call " + i);
        }
    }

    @Test
    void messagesMayBeLargerThanAllWindows() {
        serve(GrpcServerOptions.DEFAULT.withMaxInboundSize(20_000_000));
        server.bytes((context, request) -> Uni.createFrom().item(request));
        byte[] large = new byte[16 * 1024 * 1024];
        large[large.length - 1] = 7;
        BytesValue request = BytesValue.of(ByteString.copyFrom(large));

        BytesValue reply = ClientCalls.blockingUnaryCall(channel(), Texts.bytes(Texts.BYTES), CallOptions.DEFAULT, request);

        assertThat(reply).isEqualTo(request);
    }

    @Test
    void areAnsweredFromOtherThreads() {
        server.echo((context, request) -> Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> text("from afar"))));

        assertThat(echo("x")).isEqualTo("from afar");
    }

    @Test
    void haveTheFactsOfTheCallAndAContextOfTheirOwn() {
        List<RpcContext> calls = new CopyOnWriteArrayList<>();
        List<ContextInternal> contexts = new CopyOnWriteArrayList<>();
        List<CallEnd> ends = new CopyOnWriteArrayList<>();
        server.echo((context, request) -> {
            calls.add(context);
            contexts.add(ContextInternal.current());
            context.onEnd(ends::add);
            assertThat(RpcContext.current()).isSameAs(context);
            assertThat(context.eventLoop().inEventLoop()).isTrue();
            return Uni.createFrom().item(request);
        });

        echo("a");
        echo("b");

        RpcContext call = calls.get(0);
        assertThat(call.role()).isEqualTo(Role.SERVER);
        assertThat(call.kind()).isEqualTo(CallKind.UNARY);
        assertThat(call.descriptor().fullName()).isEqualTo("test.v1.Texts.Echo");
        assertThat(call.callee().service()).isEqualTo("test.v1.Texts");
        assertThat(call.caller().address()).isNotNull();
        assertThat(contexts).allMatch(ContextInternal::isDuplicate).doesNotHaveDuplicates().hasSize(2);
        assertThat(ends).containsExactly(CallEnd.success(), CallEnd.success());
    }

    @Test
    void failWithTheirStatus() {
        server.echo((context, request) -> switch (request.getValue()) {
            case "status" -> Uni.createFrom()
                    .failure(Status.NOT_FOUND.withDescription("no such th\u00efng, 100 %").asRuntimeException());
            case "throw" -> throw new IllegalStateException("secret detail");
            case "null" -> Uni.createFrom().nullItem();
            case "business" -> Uni.createFrom().failure(new BizException(7, "sold out"));
            default -> Uni.createFrom().item(request);
        });

        assertThatThrownBy(() -> echo("status")).isInstanceOf(StatusRuntimeException.class)
                .hasMessage("NOT_FOUND: no such th\u00efng, 100 %");
        assertThatThrownBy(() -> echo("throw")).hasMessageStartingWith("UNKNOWN").hasMessageNotContaining("secret");
        assertThatThrownBy(() -> echo("null")).hasMessageStartingWith("UNKNOWN");
        assertThatThrownBy(() -> echo("business")).hasMessage("INTERNAL: sold out");
        assertThat(echo("still here")).isEqualTo("still here");
    }

    @Test
    void tellTheTextsOfAllFailuresIfToldSo() {
        serve(GrpcServerOptions.DEFAULT.withExposeErrors(true));
        server.echo((context, request) -> Uni.createFrom().failure(new IllegalStateException("the detail")));

        assertThatThrownBy(() -> echo("x")).hasMessage("UNKNOWN: java.lang.IllegalStateException: the detail");
    }

    @Test
    void ofUnknownMethodsAreRefused() {
        server.echo((context, request) -> Uni.createFrom().item(request));

        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel(), ECHO.toBuilder().setFullMethodName("test.v1.Texts/No")
                .build(), CallOptions.DEFAULT, text("x")))
                .hasMessage("UNIMPLEMENTED: unknown method: 'No' of service 'test.v1.Texts'");
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel(), ECHO.toBuilder().setFullMethodName("No/Echo")
                .build(), CallOptions.DEFAULT, text("x"))).hasMessage("UNIMPLEMENTED: unknown service: 'No'");
        assertThat(echo("x")).isEqualTo("x");
    }

    @Test
    void areRefusedBothWaysIfTheirMessagesAreTooLong() {
        serve(GrpcServerOptions.DEFAULT.withMaxInboundSize(100).withMaxOutboundSize(50));
        server.echo((context, request) -> Uni.createFrom().item(request));

        assertThat(echo("x".repeat(40))).hasSize(40);
        assertThatThrownBy(() -> echo("x".repeat(60)))
                .hasMessage("RESOURCE_EXHAUSTED: size of a message to be sent: 62 bytes (expected: at most 50)");
        assertThatThrownBy(() -> echo("x".repeat(200)))
                .hasMessage("RESOURCE_EXHAUSTED: message size: 203 bytes (expected: at most 100)");
        assertThat(echo("x")).isEqualTo("x");
    }

    @Test
    void takeTheRoutesThatThereAreWhenTheyBegin() {
        server.echo((context, request) -> Uni.createFrom().item(request));
        assertThat(echo("x")).isEqualTo("x");

        server.server().routes(GrpcRoutes.refusing("it does not compile"));

        assertThatThrownBy(() -> echo("x")).hasMessage("INTERNAL: it does not compile");
    }

    @Test
    void waitAtTheGate() throws Exception {
        List<Runnable> atGate = new CopyOnWriteArrayList<>();
        server.server().gate((peer, proceed) -> atGate.add(proceed));
        server.echo((context, request) -> Uni.createFrom().item(request));
        ListenableFuture<StringValue> first = ClientCalls.futureUnaryCall(channel().newCall(ECHO, CallOptions.DEFAULT),
                text("first"));
        ListenableFuture<StringValue> second = ClientCalls.futureUnaryCall(channel().newCall(ECHO, CallOptions.DEFAULT),
                text("second"));
        Await.until("both are at the gate", () -> atGate.size() == 2);
        assertThat(first.isDone()).isFalse();

        atGate.get(1).run();
        assertThat(second.get(20, TimeUnit.SECONDS).getValue()).isEqualTo("second");
        assertThat(first.isDone()).isFalse();
        atGate.get(0).run();
        assertThat(first.get(20, TimeUnit.SECONDS).getValue()).isEqualTo("first");
    }
}
