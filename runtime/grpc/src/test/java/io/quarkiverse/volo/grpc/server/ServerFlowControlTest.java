package io.quarkiverse.volo.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;

import io.grpc.CallOptions;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.grpc.testing.Replies;
import io.quarkiverse.volo.grpc.testing.Texts;
import io.quarkiverse.volo.grpc.transport.ConnectionSettings;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** Who is slow holds back who is fast, and little waits in between. */
class ServerFlowControlTest extends WithTextsServer {

    private static final int SIZE = 10_000;
    private static final BytesValue MESSAGE = BytesValue.of(ByteString.copyFrom(new byte[SIZE]));
    private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

    private StreamObserver<BytesValue> flood(Replies<BytesValue> replies) {
        return ClientCalls.asyncBidiStreamingCall(channel().newCall(Texts.bytes(Texts.FLOOD), CallOptions.DEFAULT), replies);
    }

    /** Waits until the number does not change any more. */
    private static int settled(AtomicInteger number) {
        int last = -1;
        while (last != number.get()) {
            last = number.get();
            Await.pause(LONG_ENOUGH);
        }
        return last;
    }

    @Test
    void aPeerThatDoesNotReadHoldsTheProducer() {
        AtomicInteger produced = new AtomicInteger();
        server.flood((context, requests) -> Uni.createFrom().item(
                Multi.createBy().repeating().supplier(() -> MESSAGE).indefinitely().invoke(produced::incrementAndGet)));
        Replies<BytesValue> replies = new Replies<>(true);

        flood(replies);
        Await.until("something is produced", () -> produced.get() > 0);
        int held = settled(produced);
        assertThat(held * SIZE).as("bytes produced for a peer with a window of 1 MiB").isLessThan(2_000_000);

        replies.request(100);
        Await.until("these 100 are here", () -> replies.received().size() == 100);
        Await.until("it goes on", () -> produced.get() > held);
        assertThat(settled(produced) * SIZE).isLessThan(3_000_000);
        replies.cancel();
    }

    @Test
    void aHandlerThatDoesNotAskHoldsThePeer() {
        serve(GrpcServerOptions.DEFAULT.withConnection(ConnectionSettings.DEFAULT.withStreamWindow(100_000)));
        Asking handler = new Asking();
        server.flood((context, requests) -> {
            requests.subscribe().withSubscriber(handler);
            return Uni.createFrom().item(Multi.createFrom().nothing());
        });
        Replies<BytesValue> replies = new Replies<>();

        StreamObserver<BytesValue> requests = flood(replies);
        Await.until("the handler is there", () -> handler.subscription.get() != null);
        AtomicInteger sent = new AtomicInteger();
        sendWhileReady(replies, requests, sent);
        int held = settled(sent);
        assertThat(handler.received.get()).isZero();
        assertThat(held * SIZE).as("bytes taken by a stream with a window of 100 kB").isLessThan(300_000);

        for (int asked = 1; asked <= 100; asked++) {
            int expected = asked;
            handler.subscription.get().request(1);
            sendWhileReady(replies, requests, sent);
            Await.until(asked + " messages", () -> {
                sendWhileReady(replies, requests, sent);
                return handler.received.get() == expected;
            });
        }
        Await.pause(LONG_ENOUGH);
        assertThat(handler.received.get()).isEqualTo(100);
        replies.cancel();
    }

    private static void sendWhileReady(Replies<BytesValue> replies, StreamObserver<BytesValue> requests, AtomicInteger sent) {
        while (replies.isReady()) {
            requests.onNext(MESSAGE);
            sent.incrementAndGet();
        }
    }

    @Test
    void messagesLargerThanTheWindowArriveWhenTheyAreAskedFor() {
        serve(GrpcServerOptions.DEFAULT.withConnection(ConnectionSettings.DEFAULT.withStreamWindow(65_535)));
        server.flood((context, requests) -> Uni.createFrom().item(requests));
        BytesValue large = BytesValue.of(ByteString.copyFrom(new byte[3_000_000]));
        Replies<BytesValue> replies = new Replies<>();

        StreamObserver<BytesValue> requests = flood(replies);
        for (int i = 0; i < 5; i++) {
            requests.onNext(large);
        }
        requests.onCompleted();

        assertThat(replies.await()).hasSize(5).allMatch(large::equals);
    }

    @Test
    void requestsThatNobodyWantsAreThrownAway() {
        server.flood((context, requests) -> Uni.createFrom().item(requests.select().first(1)
                .onCompletion().switchTo(Multi.createFrom().nothing())));
        Replies<BytesValue> replies = new Replies<>();

        StreamObserver<BytesValue> requests = flood(replies);
        AtomicInteger sent = new AtomicInteger();
        Await.until("far more than all windows is sent", () -> {
            sendWhileReady(replies, requests, sent);
            return sent.get() * SIZE > 20_000_000;
        });
        assertThat(replies.received()).hasSize(1);
        replies.cancel();
    }

    private static final class Asking implements MultiSubscriber<BytesValue> {

        final AtomicReference<Subscription> subscription = new AtomicReference<>();
        final AtomicInteger received = new AtomicInteger();

        @Override
        public void onSubscribe(Subscription given) {
            subscription.set(given);
        }

        @Override
        public void onItem(BytesValue item) {
            received.incrementAndGet();
        }

        @Override
        public void onFailure(Throwable failure) {
        }

        @Override
        public void onCompletion() {
        }
    }
}
