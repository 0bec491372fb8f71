package io.quarkiverse.volo.grpc.client;

import static io.quarkiverse.volo.grpc.client.Caller.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Metadata.Key;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.Outcome;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.grpc.codec.Compression;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;

/** Calls to grpc-java's server. */
@ExtendWith(FailOnBufferLeak.class)
class GrpcClientTest {

    private static final Key<String> TENANT = Key.of("tenant", Metadata.ASCII_STRING_MARSHALLER);
    private static final Key<byte[]> TRACE = Key.of("trace-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final JavaServer server = new JavaServer();
    private final Queue<CallEnd> ends = new ConcurrentLinkedQueue<>();
    private final Layer noting = new Layer() {

        @Override
        public <Q, R> io.quarkiverse.volo.service.Service<Q, R> around(io.quarkiverse.volo.service.Service<Q, R> next) {
            return (context, request) -> {
                context.onEnd(ends::add);
                return next.call(context, request);
            };
        }
    };
    private final Caller caller = caller(GrpcClientOptions.DEFAULT);

    private Caller caller(GrpcClientOptions options) {
        return new Caller(options, all -> all.withLayers(List.of(noting), List.of()), server.address());
    }

    @AfterEach
    void close() {
        caller.close();
        server.close();
    }

    private void assertOneEnd(Outcome outcome) {
        Await.until("the call's end", () -> !ends.isEmpty());
        assertThat(ends).extracting(CallEnd::outcome).containsExactly(outcome);
    }

    @Test
    void aUnaryCallIsAnswered() {
        assertThat(await(caller.unary("hello"))).isEqualTo("hello");
        assertOneEnd(Outcome.SUCCESS);
    }

    @Test
    void anEmptyMessageIsAMessage() {
        assertThat(await(caller.unary(""))).isEmpty();
    }

    @Test
    void repliesStream() {
        assertThat(await(caller.many(CallOptions.DEFAULT, "n"))).containsExactly("n0", "n1", "n2");
        assertOneEnd(Outcome.SUCCESS);
    }

    @Test
    void aStreamMayBeEmpty() {
        server.many = (request, reply) -> reply.onCompleted();
        assertThat(await(caller.many(CallOptions.DEFAULT, "n"))).isEmpty();
    }

    @Test
    void requestsStream() {
        assertThat(await(caller.collect(CallOptions.DEFAULT, Multi.createFrom().items("a", "b", "c")))).isEqualTo("abc");
        assertOneEnd(Outcome.SUCCESS);
    }

    @Test
    void bothStream() {
        assertThat(await(caller.chat(CallOptions.DEFAULT, Multi.createFrom().items("a", "b", "c")))).containsExactly("a", "b",
                "c");
        assertOneEnd(Outcome.SUCCESS);
    }

    @Test
    void nothingIsSentBeforeSomebodySubscribes() {
        AtomicReference<String> got = new AtomicReference<>();
        server.unary = (request, reply) -> {
            got.compareAndSet(null, request.getValue());
            reply.onNext(request);
            reply.onCompleted();
        };
        var unused = caller.unary("first");
        assertThat(await(caller.unary("second"))).isEqualTo("second");
        assertThat(got).hasValue("second");
    }

    @Test
    void aStatusArrivesWithItsTrailers() {
        server.unary = (request, reply) -> {
            Metadata trailers = new Metadata();
            trailers.put(TRACE, new byte[] { 1, 2, 3 });
            reply.onError(Status.NOT_FOUND.withDescription("no caf\u00e9").asRuntimeException(trailers));
        };
        assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(StatusRuntimeException.class, failure -> {
            assertThat(failure).hasMessage("NOT_FOUND: no caf\u00e9");
            assertThat(failure.getTrailers().get(TRACE)).containsExactly(1, 2, 3);
        });
        assertOneEnd(Outcome.FAILURE);
    }

    @Test
    void whatCameBeforeAFailureIsTold() {
        server.many = (request, reply) -> {
            reply.onNext(request);
            reply.onError(Status.ABORTED.asRuntimeException());
        };
        var texts = new ConcurrentLinkedQueue<String>();
        assertThatThrownBy(() -> await(caller.many(CallOptions.DEFAULT, "n").invoke(texts::add)))
                .isInstanceOf(StatusRuntimeException.class).hasMessage("ABORTED");
        assertThat(texts).containsExactly("n");
        assertOneEnd(Outcome.FAILURE);
    }

    @Test
    void aBusinessErrorArrivesAsOne() {
        server.unary = (request, reply) -> {
            Metadata trailers = new Metadata();
            trailers.put(Key.of("biz-status", Metadata.ASCII_STRING_MARSHALLER), "4711");
            trailers.put(Key.of("biz-extra", Metadata.ASCII_STRING_MARSHALLER), "{\"item\":\"7\"}");
            reply.onError(Status.INTERNAL.withDescription("sold out").asRuntimeException(trailers));
        };
        assertThatThrownBy(() -> await(caller.unary("x"))).isInstanceOfSatisfying(BizException.class, failure -> {
            assertThat(failure.code()).isEqualTo(4711);
            assertThat(failure.getMessage()).isEqualTo("sold out");
            assertThat(failure.extra()).containsEntry("item", "7");
        });
    }

    @Test
    void metadataGoesBothWays() {
        Metadata sent = new Metadata();
        sent.put(TENANT, "acme");
        sent.put(TRACE, new byte[] { 0, -1 });
        Metadata trailers = new Metadata();
        AtomicReference<Metadata> got = new AtomicReference<>();
        server.unary = (request, reply) -> {
            got.set(JavaServer.HEADERS.get());
            Metadata own = new Metadata();
            own.put(TENANT, "back");
            reply.onError(Status.ABORTED.asRuntimeException(own));
        };
        assertThatThrownBy(() -> await(caller.unary(
                CallOptions.DEFAULT.with(GrpcMetadata.REQUEST_HEADERS, sent).with(GrpcMetadata.REPLY_TRAILERS, trailers), "x")))
                .hasMessage("ABORTED");
        assertThat(got.get().get(TENANT)).isEqualTo("acme");
        assertThat(got.get().get(TRACE)).containsExactly(0, -1);
        assertThat(got.get().get(Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER))).startsWith("grpc-java-volo/");
        assertThat(trailers.get(TENANT)).isEqualTo("back");
    }

    @Test
    void headersOfTheReplyArrive() {
        server.unary = (request, reply) -> {
            Metadata own = new Metadata();
            own.put(TENANT, "back");
            JavaServer.CALL.get().sendHeaders(own);
            reply.onError(Status.ABORTED.asRuntimeException());
        };
        Metadata headers = new Metadata();
        assertThatThrownBy(() -> await(caller.unary(CallOptions.DEFAULT.with(GrpcMetadata.REPLY_HEADERS, headers), "x")))
                .hasMessage("ABORTED");
        assertThat(headers.get(TENANT)).isEqualTo("back");
    }

    @Test
    void metainfoAndNamesGoAlong() {
        AtomicReference<Metadata> got = new AtomicReference<>();
        server.unary = (request, reply) -> {
            got.set(JavaServer.HEADERS.get());
            Metadata own = new Metadata();
            own.put(text("rpc-backward-served-by"), "node-7");
            JavaServer.CALL.get().sendHeaders(own);
            reply.onError(Status.ABORTED.asRuntimeException());
        };
        Metainfo metainfo = Metainfo.create().setPersistent("REQUEST_ID", "r1").setTransient("TENANT", "acme");
        try (Caller named = new Caller(GrpcClientOptions.DEFAULT, all -> all.withNames("front", "back"), server.address())) {
            assertThatThrownBy(() -> await(named.unary(CallOptions.DEFAULT.withMetainfo(metainfo), "x"))).hasMessage("ABORTED");
        }
        assertThat(got.get().get(text("rpc-persist-request-id"))).isEqualTo("r1");
        assertThat(got.get().get(text("rpc-transit-tenant"))).isEqualTo("acme");
        assertThat(got.get().get(text("source-service"))).isEqualTo("front");
        assertThat(got.get().get(text("destination-service"))).isEqualTo("back");
        assertThat(got.get().get(text("destination-method"))).isEqualTo("/test.Echo/Unary");
        assertThat(metainfo.getDownstream("SERVED_BY")).isEqualTo("node-7");
    }

    private static Key<String> text(String name) {
        return Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Test
    void metadataThatCannotBeSentFailsTheCall() {
        Metadata sent = new Metadata();
        sent.put(TENANT, "line\nbreak");
        assertThatThrownBy(() -> await(caller.unary(CallOptions.DEFAULT.with(GrpcMetadata.REQUEST_HEADERS, sent), "x")))
                .isInstanceOfSatisfying(VoloException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
                    assertThat(failure.isUnprocessed()).isTrue();
                })
                .hasMessageContaining("the request cannot be written: metadata 'tenant': character 10 at 4");
        assertThat(await(caller.unary("next"))).isEqualTo("next");
    }

    @Test
    void theDeadlineIsToldAndKept() {
        AtomicReference<Long> left = new AtomicReference<>();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        server.unary = (request, reply) -> {
            left.set(Context.current().getDeadline().timeRemaining(java.util.concurrent.TimeUnit.MILLISECONDS));
            Context.current().addListener(context -> cancelled.complete(true), Runnable::run);
        };
        assertThatThrownBy(
                () -> await(caller.unary(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(300)), "x")))
                .isInstanceOfSatisfying(VoloException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT))
                .hasMessageContaining("test.Echo.Unary to " + server.address() + ": no reply within 300 ms");
        assertThat(left.get()).isBetween(1L, 300L);
        assertThat(cancelled).succeedsWithin(Caller.PATIENCE);
        assertOneEnd(Outcome.FAILURE);
    }

    @Test
    void aStreamHasNoDeadlineUnlessItIsGivenOne() {
        CompletableFuture<Boolean> bounded = new CompletableFuture<>();
        server.many = (request, reply) -> {
            bounded.complete(Context.current().getDeadline() != null);
            reply.onCompleted();
        };
        await(caller.many(CallOptions.DEFAULT, "x"));
        assertThat(bounded).isCompletedWithValue(false);
    }

    @Test
    void theDeadlineOfAStreamEndsItInTheMiddle() {
        server.many = (request, reply) -> reply.onNext(request);
        var texts = new ConcurrentLinkedQueue<String>();
        assertThatThrownBy(() -> await(
                caller.many(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(300)), "n").invoke(texts::add)))
                .isInstanceOfSatisfying(VoloException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT));
        assertThat(texts).containsExactly("n");
        assertOneEnd(Outcome.FAILURE);
    }

    @Test
    void whoCancelsAUnaryCallCancelsItThere() {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        server.unary = (request, reply) -> {
            Context.current().addListener(context -> cancelled.complete(true), Runnable::run);
            begun.complete(true);
        };
        Cancellable call = caller.unary("x").subscribe().with(text -> {
        });
        assertThat(begun).succeedsWithin(Caller.PATIENCE);
        assertThat(cancelled).isNotDone();
        call.cancel();
        assertThat(cancelled).succeedsWithin(Caller.PATIENCE);
        assertOneEnd(Outcome.CANCELLED);
    }

    @Test
    void whoCancelsAStreamCancelsItThere() {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        server.many = (request, reply) -> {
            Context.current().addListener(context -> cancelled.complete(true), Runnable::run);
            reply.onNext(request);
        };
        assertThat(await(caller.many(CallOptions.DEFAULT, "x").select().first(1))).containsExactly("x");
        assertThat(cancelled).succeedsWithin(Caller.PATIENCE);
        assertOneEnd(Outcome.CANCELLED);
    }

    @Test
    void aPeerThatEndsEarlyCancelsTheRequests() {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        server.chat = reply -> {
            reply.onError(Status.PERMISSION_DENIED.asRuntimeException());
            return new Ignoring();
        };
        Multi<String> endless = Multi.createFrom().<String> nothing().onCancellation()
                .invoke(() -> cancelled.complete(true));
        assertThatThrownBy(() -> await(caller.chat(CallOptions.DEFAULT, endless))).hasMessage("PERMISSION_DENIED");
        assertThat(cancelled).succeedsWithin(Caller.PATIENCE);
    }

    @Test
    void requestsThatFailCancelTheCall() {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        server.collect = reply -> {
            Context.current().addListener(context -> cancelled.complete(true), Runnable::run);
            return new Ignoring();
        };
        Multi<String> broken = Multi.createFrom().failure(() -> new IllegalStateException("out of texts"));
        assertThatThrownBy(() -> await(caller.collect(CallOptions.DEFAULT, broken))).hasMessage("out of texts");
        assertThat(cancelled).succeedsWithin(Caller.PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = { "GZIP", "IDENTITY" })
    void requestsAndRepliesMayBeCompressed(Compression compression) {
        server.unary = (request, reply) -> {
            JavaServer.CALL.get().setCompression(compression.header().toString());
            reply.onNext(request);
            reply.onCompleted();
        };
        String text = "hello ".repeat(1000);
        assertThat(await(caller.unary(CallOptions.DEFAULT.with(GrpcClient.COMPRESSION, compression), text))).isEqualTo(text);
    }

    @Test
    void aReplyBeyondTheLimitIsRefused() {
        try (Caller small = caller(GrpcClientOptions.DEFAULT.withMessageSizes(100, 1000))) {
            assertThat(await(small.unary("x".repeat(98)))).hasSize(98);
            assertThatThrownBy(() -> await(small.unary("x".repeat(99)))).isInstanceOf(StatusRuntimeException.class)
                    .hasMessage("RESOURCE_EXHAUSTED: message size: 101 bytes (expected: at most 100)");
            assertThatThrownBy(() -> await(small.unary("x".repeat(1000)))).isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("size of a message to be sent: 1003 bytes (expected: at most 1000)");
            assertThat(await(small.unary("next"))).isEqualTo("next");
        }
    }

    @Test
    void aMessageLargerThanAllWindowsArrives() {
        String text = "x".repeat(3_000_000);
        assertThat(await(caller.unary(text))).isEqualTo(text);
    }
}
