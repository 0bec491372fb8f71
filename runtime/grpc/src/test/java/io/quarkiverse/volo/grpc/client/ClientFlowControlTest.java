package io.quarkiverse.volo.grpc.client;

import static io.quarkiverse.volo.grpc.client.Caller.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.google.protobuf.StringValue;

import io.grpc.stub.ServerCallStreamObserver;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** A slow side holds the other one back, whichever it is, and memory stays bounded. */
@ExtendWith(FailOnBufferLeak.class)
class ClientFlowControlTest {

    private static final int MESSAGES = 400;
    private static final String TEXT = "x".repeat(16 * 1024);
    private static final long ALL = (long) MESSAGES * TEXT.length();

    @Test
    void aSlowReaderHoldsTheServerBack() {
        AtomicLong sent = new AtomicLong();
        try (JavaServer server = new JavaServer(); Caller caller = new Caller(server.address())) {
            server.many = (request, reply) -> {
                var stream = (ServerCallStreamObserver<StringValue>) reply;
                stream.setOnReadyHandler(() -> {
                    while (stream.isReady() && sent.get() < ALL) {
                        sent.addAndGet(TEXT.length());
                        stream.onNext(StringValue.of(TEXT));
                        if (sent.get() == ALL) {
                            stream.onCompleted();
                        }
                    }
                });
            };
            AssertSubscriber<String> slow = caller.many(CallOptions.DEFAULT, "go").subscribe()
                    .withSubscriber(AssertSubscriber.create(1));
            slow.awaitItems(1, Caller.PATIENCE);
            long held = settled(sent);
            assertThat(held).as("a stream's window, and what the server keeps").isBetween(1_000_000L, 1_300_000L);

            slow.request(40); // more than half a window, which is when the server is told
            Await.until("more, as some was taken", () -> sent.get() > held);
            slow.awaitItems(41, Caller.PATIENCE);
            assertThat(settled(sent)).isLessThan(2_100_000L);

            slow.request(Long.MAX_VALUE);
            slow.awaitCompletion(Caller.PATIENCE);
            assertThat(slow.getItems()).hasSize(MESSAGES).containsOnly(TEXT);
        }
    }

    @Test
    void aSlowReaderHoldsNobodyElseBack() {
        try (JavaServer server = new JavaServer(); Caller caller = new Caller(server.address())) {
            server.many = (request, reply) -> {
                for (int i = 0; i < MESSAGES; i++) {
                    reply.onNext(StringValue.of(TEXT));
                }
            };
            for (int i = 0; i < 6; i++) {
                caller.many(CallOptions.DEFAULT, "go").subscribe().withSubscriber(AssertSubscriber.create(1))
                        .awaitItems(1, Caller.PATIENCE);
            }
            assertThat(await(caller.unary(TEXT))).isEqualTo(TEXT);
        }
    }

    @Test
    void aSlowServerHoldsTheRequestsBack() {
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<ServerCallStreamObserver<StringValue>> stream = new CompletableFuture<>();
        try (JavaServer server = new JavaServer(builder -> builder.flowControlWindow(1024 * 1024));
                Caller caller = new Caller(server.address())) {
            server.collect = reply -> {
                var slow = (ServerCallStreamObserver<StringValue>) reply;
                slow.disableAutoRequest();
                stream.complete(slow);
                return new Counting(slow);
            };
            Multi<String> texts = Multi.createFrom().range(0, MESSAGES).map(i -> TEXT).invoke(made::incrementAndGet);
            CompletableFuture<String> answer = caller.collect(CallOptions.DEFAULT, texts).subscribeAsCompletionStage();
            assertThat(stream).succeedsWithin(Caller.PATIENCE);
            Await.until("requests", () -> made.get() > 0);
            AtomicLong bytes = new AtomicLong();
            int held = (int) (settled(made, bytes) / TEXT.length());
            assertThat(bytes.get()).as("the server's window of 1 MiB at most, and 64 KiB here").isLessThan(1_300_000L);
            assertThat(held).isLessThan(MESSAGES);

            stream.join().request(MESSAGES + 1);
            assertThat(answer).succeedsWithin(Caller.PATIENCE).isEqualTo("" + MESSAGES);
        }
    }

    /** The number once it stands still. */
    private static long settled(AtomicLong number) {
        long[] before = { -1 };
        Await.until("it stands still", () -> {
            Await.pause(java.time.Duration.ofMillis(150));
            boolean same = number.get() == before[0];
            before[0] = number.get();
            return same;
        });
        return before[0];
    }

    private static long settled(AtomicInteger messages, AtomicLong bytes) {
        Await.until("it stands still", () -> {
            Await.pause(java.time.Duration.ofMillis(150));
            long now = (long) messages.get() * TEXT.length();
            return bytes.getAndSet(now) == now;
        });
        return bytes.get();
    }

    private static final class Counting implements io.grpc.stub.StreamObserver<StringValue> {

        private final ServerCallStreamObserver<StringValue> reply;
        private int count;

        Counting(ServerCallStreamObserver<StringValue> reply) {
            this.reply = reply;
        }

        @Override
        public void onNext(StringValue value) {
            count++;
        }

        @Override
        public void onError(Throwable failure) {
        }

        @Override
        public void onCompleted() {
            reply.onNext(StringValue.of("" + count));
            reply.onCompleted();
        }
    }
}
