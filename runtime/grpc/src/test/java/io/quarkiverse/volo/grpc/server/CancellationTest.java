package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.TextsServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.StringValue;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.Outcome;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.grpc.testing.Replies;
import io.quarkiverse.volo.grpc.testing.Texts;
import io.quarkiverse.volo.grpc.testing.TextsServer;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Calls that their callers give up, and calls whose time is over. */
class CancellationTest extends WithTextsServer {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<CallEnd> ends = new CopyOnWriteArrayList<>();

    private void serveNothing() {
        server.echo((context, request) -> {
            context.onEnd(ends::add);
            seen.add("started");
            return Uni.createFrom().<StringValue> nothing().onCancellation().invoke(() -> seen.add("cancelled"));
        });
        server.chat((context, requests) -> {
            context.onEnd(ends::add);
            requests.subscribe().with(request -> seen.add("received"),
                    failure -> seen.add("requests: " + Status.fromThrowable(failure).getCode()));
            return Uni.createFrom().item(Multi.createFrom().<StringValue> nothing().onCancellation()
                    .invoke(() -> seen.add("cancelled")));
        });
    }

    private ListenableFuture<StringValue> call(CallOptions options) {
        return ClientCalls.futureUnaryCall(channel().newCall(Texts.descriptor(Texts.ECHO), options), text("x"));
    }

    private void awaitSeen(String... expected) {
        Await.until(List.of(expected) + " after " + seen, () -> seen.containsAll(List.of(expected)));
        Await.until("the call has ended", () -> !ends.isEmpty());
        assertThat(ends).hasSize(1);
    }

    @Test
    void aCallerThatCancelsCancelsTheHandler() {
        serveNothing();
        ListenableFuture<StringValue> reply = call(CallOptions.DEFAULT);
        Await.until("the call is served", () -> !seen.isEmpty());

        reply.cancel(true);

        awaitSeen("started", "cancelled");
        assertThat(ends.get(0).outcome()).isEqualTo(Outcome.CANCELLED);
        Await.until("nothing is under way", () -> TextsServer.done(server.server().callsUnderWay()) == 0);
    }

    @Test
    void aCallerThatCancelsAStreamCancelsBothItsSides() {
        serveNothing();
        Replies<StringValue> replies = new Replies<>();
        StreamObserver<StringValue> requests = ClientCalls
                .asyncBidiStreamingCall(channel().newCall(Texts.descriptor(Texts.CHAT), CallOptions.DEFAULT), replies);
        requests.onNext(text("x"));
        Await.until("the request is here", () -> seen.contains("received"));

        replies.cancel();

        awaitSeen("cancelled", "requests: CANCELLED");
        assertThat(ends.get(0).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aCallerThatVanishesCancelsTheHandler() throws Exception {
        serveNothing();
        ManagedChannel other = server.channel();
        ListenableFuture<StringValue> unused = ClientCalls
                .futureUnaryCall(other.newCall(Texts.descriptor(Texts.ECHO), CallOptions.DEFAULT), text("x"));
        Await.until("the call is served", () -> !seen.isEmpty());

        TextsServer.shutDown(other);

        awaitSeen("started", "cancelled");
        Await.until("the connection is gone", () -> server.server().connectionsClosed().isComplete());
    }

    @Test
    void aServerThatClosesItsConnectionsTellsHandlersThatTheyAreLost() {
        serveNothing();
        ListenableFuture<StringValue> unused = call(CallOptions.DEFAULT);
        Await.until("the call is served", () -> !seen.isEmpty());

        server.close();

        awaitSeen("started", "cancelled");
        assertThat(ends.get(0).kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED);
    }

    @Test
    void aCallWhoseTimeIsOverIsAnsweredAndItsHandlerCancelled() {
        serveNothing();
        // Told by the header alone, so that it is the server who finds out.
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), "50m");
        var channel = ClientInterceptors.intercept(channel(),
                MetadataUtils.newAttachHeadersInterceptor(headers));

        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel, Texts.descriptor(Texts.ECHO), CallOptions.DEFAULT,
                text("x"))).hasMessageStartingWith("DEADLINE_EXCEEDED: test.v1.Texts.Echo from 127.0.0.1")
                .hasMessageEndingWith("not answered within the 50 ms that its caller gave it");
        awaitSeen("started", "cancelled");
        assertThat(ends.get(0).kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void handlersSeeTheDeadlinesOfTheirCallers() throws Exception {
        server.echo((context, request) -> Uni.createFrom().item(text("" + context.deadline().remainingMillis())));

        long left = Long.parseLong(call(CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS)).get().getValue());

        assertThat(left).isBetween(15_000L, 30_000L);
        assertThat(Long.parseLong(call(CallOptions.DEFAULT).get().getValue())).isEqualTo(Long.MAX_VALUE);
    }
}
