package io.quarkiverse.volo.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.AttributeKey;
import io.quarkiverse.volo.context.CallEnd;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Outcome;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FakeMethod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Where a call's streams run, and that none is left open. */
class StreamedCallTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AttributeKey<String> COLOUR = AttributeKey.of("colour");

    private final VertxInternal vertx = (VertxInternal) Vertx
            .vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    private final CallLoops loops = new CallLoops(vertx);
    private final List<CallEnd> ends = new CopyOnWriteArrayList<>();
    private final List<ContextInternal> contexts = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private <Q, R> ClientMethod<Q, R> method(CallKind kind, Service<Q, R> wire) {
        Layer watch = new Layer() {

            @Override
            public <A, B> Service<A, B> around(Service<A, B> next) {
                return (context, request) -> {
                    context.onEnd(ends::add);
                    return next.call(context, request);
                };
            }
        };
        ClientOptions options = ClientOptions.of("test", FixedDiscovery.of(Address.of("127.0.0.1", 1234)))
                .withLayers(List.of(watch), List.of());
        return ClientPipeline.prepare(FakeMethod.echo(kind), options, loops, wire);
    }

    /** Replies that come on a thread of nobody's. */
    private static Multi<Integer> numbers(int count) {
        return Multi.createFrom().range(0, count).emitOn(Executors.newSingleThreadExecutor());
    }

    private CompletableFuture<List<Integer>> collect(Multi<Integer> replies, ContextInternal caller) {
        CompletableFuture<List<Integer>> all = new CompletableFuture<>();
        caller.runOnContext(ignored -> replies.onItem().invoke(() -> contexts.add(ContextInternal.current()))
                .collect().asList().subscribe().with(all::complete, all::completeExceptionally));
        return all;
    }

    private Multi<Integer> call(ClientMethod<String, Multi<Integer>> method) {
        return method.call(CallOptions.DEFAULT, "x").onItem().transformToMulti(replies -> replies);
    }

    @Test
    void repliesAreToldOnTheCallersContext() {
        ContextInternal caller = vertx.createEventLoopContext().duplicate();
        var all = collect(call(method(CallKind.SERVER_STREAMING, (context, request) -> Uni.createFrom().item(numbers(1000)))),
                caller);
        assertThat(all).succeedsWithin(PATIENCE).isEqualTo(IntStream.range(0, 1000).boxed().toList());
        assertThat(contexts).hasSize(1000).containsOnly(caller);
    }

    @Test
    void soAreTheyOnAWorkerAndInOrder() {
        ContextInternal caller = vertx.createWorkerContext().duplicate();
        var all = collect(call(method(CallKind.SERVER_STREAMING, (context, request) -> Uni.createFrom().item(numbers(1000)))),
                caller);
        assertThat(all).succeedsWithin(PATIENCE).isEqualTo(IntStream.range(0, 1000).boxed().toList());
        assertThat(contexts).hasSize(1000).containsOnly(caller);
    }

    @Test
    void requestsAreMadeOnTheCallersContext() {
        ContextInternal caller = vertx.createEventLoopContext().duplicate();
        ClientMethod<Multi<Integer>, Long> count = method(CallKind.CLIENT_STREAMING,
                (context, requests) -> requests.collect().with(java.util.stream.Collectors.counting()));
        Multi<Integer> requests = Multi.createFrom().range(0, 3).onSubscription()
                .invoke(() -> contexts.add(ContextInternal.current()));
        CompletableFuture<Long> counted = new CompletableFuture<>();
        caller.runOnContext(ignored -> count.call(CallOptions.DEFAULT, requests).subscribe().with(counted::complete));
        assertThat(counted).succeedsWithin(PATIENCE).isEqualTo(3L);
        assertThat(contexts).containsExactly(caller);
    }

    @Test
    void aStreamWhoseCallerGoesAsItOpensIsCancelled() throws Exception {
        CompletableFuture<UniEmitter<? super Multi<Integer>>> opening = new CompletableFuture<>();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        ClientMethod<String, Multi<Integer>> method = method(CallKind.SERVER_STREAMING,
                (context, request) -> Uni.createFrom().emitter(emitter -> opening.complete(emitter)));
        ContextInternal caller = vertx.createWorkerContext().duplicate();
        CompletableFuture<Cancellable> call = new CompletableFuture<>();
        caller.runOnContext(ignored -> call.complete(
                method.call(CallOptions.DEFAULT, "x").subscribe().with(replies -> {
                })));
        Cancellable begun = call.get();
        CountDownLatch busy = new CountDownLatch(1);
        vertx.executeBlocking(() -> { // the one worker
            busy.await();
            return null;
        });

        opening.get().complete(Multi.createFrom().<Integer> nothing().onCancellation().invoke(() -> cancelled.complete(true)));
        begun.cancel();
        assertThat(cancelled).isNotDone();
        busy.countDown();

        assertThat(cancelled).succeedsWithin(PATIENCE);
        Await.until("the call's end", () -> !ends.isEmpty());
        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.CANCELLED);
    }

    @Test
    void theCallEndsOnceWithItsStream() {
        var all = collect(call(method(CallKind.SERVER_STREAMING, (context, request) -> Uni.createFrom().item(numbers(3)))),
                vertx.createEventLoopContext().duplicate());
        assertThat(all).succeedsWithin(PATIENCE);
        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.SUCCESS);
    }

    @Test
    void whatOptionsBringIsInTheContext() {
        ClientMethod<String, String> method = method(CallKind.UNARY,
                (context, request) -> Uni.createFrom().item(request + " " + context.get(COLOUR)));
        CallOptions options = CallOptions.DEFAULT.with(COLOUR, "red").withTimeout(PATIENCE).with(COLOUR, "blue");
        assertThat(method.call(options, "hi").await().atMost(PATIENCE)).isEqualTo("hi blue");
        assertThat(method.call(CallOptions.DEFAULT, "hi").await().atMost(PATIENCE)).isEqualTo("hi null");
    }
}
