package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.TextsServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.google.protobuf.StringValue;

import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.testing.Replies;
import io.quarkiverse.volo.grpc.testing.Texts;
import io.quarkiverse.volo.grpc.testing.TextsServer;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;

/** Calls with streams, as grpc-java's client makes them. */
class StreamingCallTest extends WithTextsServer {

    private StreamObserver<StringValue> open(GrpcMethod<StringValue, StringValue> method, Replies<StringValue> replies) {
        return ClientCalls.asyncBidiStreamingCall(channel().newCall(Texts.descriptor(method), CallOptions.DEFAULT), replies);
    }

    private List<String> split(String text) {
        Iterator<StringValue> replies = ClientCalls.blockingServerStreamingCall(channel(), Texts.descriptor(Texts.SPLIT),
                CallOptions.DEFAULT, text(text));
        List<String> all = new ArrayList<>();
        replies.forEachRemaining(reply -> all.add(reply.getValue()));
        return all;
    }

    @Test
    void answerOneRequestWithManyReplies() {
        server.split((context, request) -> Uni.createFrom()
                .item(Multi.createFrom().items(request.getValue().split(",")).map(part -> text(part))));

        assertThat(split("a,b,c")).containsExactly("a", "b", "c");
    }

    @Test
    void answerWithNothingAtAll() {
        server.split((context, request) -> Uni.createFrom().item(Multi.createFrom().empty()));

        assertThat(split("x")).isEmpty();
    }

    @Test
    void keepTheOrderOfThousandsOfReplies() {
        server.split((context, request) -> Uni.createFrom()
                .item(Multi.createFrom().range(0, 20_000).map(number -> text("" + number))));

        assertThat(split("x")).containsExactlyElementsOf(IntStream.range(0, 20_000).mapToObj(Integer::toString).toList());
    }

    @Test
    void keepTheOrderOfRepliesFromOtherThreads() {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            server.split((context, request) -> Uni.createFrom()
                    .item(Multi.createFrom().range(0, 5_000).map(number -> text("" + number)).emitOn(thread)));

            assertThat(split("x")).containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(Integer::toString).toList());
        } finally {
            thread.shutdown();
        }
    }

    @Test
    void answerManyRequestsWithOneReply() {
        server.join((context, requests) -> requests.map(StringValue::getValue).collect().asList()
                .map(parts -> text(String.join("+", parts))));
        Replies<StringValue> replies = new Replies<>();

        StreamObserver<StringValue> requests = open(Texts.JOIN, replies);
        for (int i = 0; i < 3; i++) {
            requests.onNext(text("" + i));
        }
        requests.onCompleted();

        assertThat(replies.await()).containsExactly(text("0+1+2"));
    }

    @Test
    void takeRequestsAndGiveRepliesInTurns() {
        server.chat((context, requests) -> Uni.createFrom().item(requests.map(request -> text("re: " + request.getValue()))));
        Replies<StringValue> replies = new Replies<>();

        StreamObserver<StringValue> requests = open(Texts.CHAT, replies);
        for (int i = 1; i <= 5; i++) {
            int sent = i;
            requests.onNext(text("" + i));
            Await.until("reply " + i, () -> replies.received().size() == sent);
        }
        requests.onCompleted();

        assertThat(replies.await()).hasSize(5).endsWith(text("re: 5"));
    }

    @Test
    void areServedOnOneContextOfTheirOwn() {
        List<ContextInternal> contexts = new CopyOnWriteArrayList<>();
        List<RpcContext> calls = new CopyOnWriteArrayList<>();
        server.chat((context, requests) -> Uni.createFrom().item(requests.map(request -> {
            contexts.add(ContextInternal.current());
            calls.add(RpcContext.current());
            return request;
        })));
        Replies<StringValue> replies = new Replies<>();

        StreamObserver<StringValue> requests = open(Texts.CHAT, replies);
        requests.onNext(text("a"));
        Await.until("the first reply", () -> replies.received().size() == 1);
        requests.onNext(text("b"));
        requests.onCompleted();

        replies.await();
        assertThat(contexts).hasSize(2).allMatch(ContextInternal::isDuplicate);
        assertThat(contexts.get(0)).isSameAs(contexts.get(1));
        assertThat(calls.get(0)).isNotNull().isSameAs(calls.get(1));
    }

    @Test
    void endOnceWithTheirStream() {
        List<CallEnd> ends = new CopyOnWriteArrayList<>();
        server.split((context, request) -> {
            context.onEnd(ends::add);
            return Uni.createFrom().item(Multi.createFrom().items(text("a"), text("b")).onCompletion()
                    .invoke(() -> assertThat(ends).isEmpty()));
        });

        split("x");

        Await.until("the call has ended", () -> !ends.isEmpty());
        assertThat(ends).containsExactly(CallEnd.success());
    }

    @Test
    void failInTheMiddleWithTheirStatus() {
        server.split((context, request) -> Uni.createFrom().item(Multi.createFrom().items(text("a"), text("b")).onCompletion()
                .failWith(() -> Status.DATA_LOSS.withDescription("lost the rest").asRuntimeException())));
        Replies<StringValue> replies = new Replies<>();

        ClientCalls.asyncServerStreamingCall(channel().newCall(Texts.descriptor(Texts.SPLIT), CallOptions.DEFAULT), text("x"),
                replies);

        assertThat(replies.awaitFailure()).hasMessage("DATA_LOSS: lost the rest");
        assertThat(replies.received()).containsExactly(text("a"), text("b"));
    }

    @Test
    void failBeforeTheFirstReply() {
        server.split((context, request) -> {
            throw Status.FAILED_PRECONDITION.withDescription("not yet").asRuntimeException();
        });

        assertThatThrownBy(() -> split("x")).hasMessage("FAILED_PRECONDITION: not yet");
    }

    @Test
    void mayAnswerBeforeAllRequestsAreHere() {
        server.join((context, requests) -> requests.toUni());
        Replies<StringValue> replies = new Replies<>();

        StreamObserver<StringValue> requests = open(Texts.JOIN, replies);
        requests.onNext(text("first"));

        assertThat(replies.await()).containsExactly(text("first"));
        Await.until("the stream is closed on both sides", () -> TextsServer.done(server.server().callsUnderWay()) == 0);
    }

    @Test
    void mayLeaveTheRequestsUnread() {
        server.join((context, requests) -> Uni.createFrom().item(text("did not look")));
        Replies<StringValue> replies = new Replies<>();

        open(Texts.JOIN, replies).onNext(text("ignored"));

        assertThat(replies.await()).containsExactly(text("did not look"));
    }
}
