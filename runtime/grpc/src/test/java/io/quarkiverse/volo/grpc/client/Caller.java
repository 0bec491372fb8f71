package io.quarkiverse.volo.grpc.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import com.google.protobuf.StringValue;

import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.grpc.stub.Streams;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** A client of the tests' service, on one event loop. */
final class Caller implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final ClientMethod<StringValue, StringValue> unary;
    final ClientMethod<StringValue, Multi<StringValue>> many;
    final ClientMethod<Multi<StringValue>, StringValue> collect;
    final ClientMethod<Multi<StringValue>, Multi<StringValue>> chat;
    private final GrpcClient client;

    Caller(Address... addresses) {
        this(GrpcClientOptions.DEFAULT, options -> options, addresses);
    }

    Caller(GrpcClientOptions grpc, UnaryOperator<ClientOptions> options, Address... addresses) {
        this(grpc, options, PoolOptions.DEFAULT.withWaitTimeout(PATIENCE), addresses);
    }

    Caller(GrpcClientOptions grpc, UnaryOperator<ClientOptions> options, PoolOptions pooling, Address... addresses) {
        ClientOptions all = ClientOptions.of("echo", new FixedDiscovery(List.of(addresses))).withTimeout(PATIENCE, "");
        client = new GrpcClient(vertx, new CallLoops(vertx), options.apply(all), grpc,
                ConnectorOptions.plaintext(getClass().getClassLoader())
                        .with(Duration.ofSeconds(5), new io.vertx.core.net.NetClientOptions()),
                pooling);
        unary = client.unary(Echo.UNARY);
        many = client.serverStreaming(Echo.MANY);
        collect = client.clientStreaming(Echo.COLLECT);
        chat = client.bidirectional(Echo.CHAT);
    }

    Uni<String> unary(String text) {
        return unary(CallOptions.DEFAULT, text);
    }

    Uni<String> unary(CallOptions options, String text) {
        return unary.call(options, StringValue.of(text)).map(StringValue::getValue);
    }

    /** A method that no server has. */
    Uni<String> unknown(String text) {
        return client.unary(Echo.UNKNOWN).call(CallOptions.DEFAULT, StringValue.of(text)).map(StringValue::getValue);
    }

    Multi<String> many(CallOptions options, String text) {
        return Streams.of(many.call(options, StringValue.of(text))).map(StringValue::getValue);
    }

    Uni<String> collect(CallOptions options, Multi<String> texts) {
        return collect.call(options, texts.map(StringValue::of)).map(StringValue::getValue);
    }

    Multi<String> chat(CallOptions options, Multi<String> texts) {
        return Streams.of(chat.call(options, texts.map(StringValue::of))).map(StringValue::getValue);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    static <T> List<T> await(Multi<T> multi) {
        return multi.collect().asList().await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        done(client.close());
        done(vertx.close());
    }

    private static void done(Future<Void> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
