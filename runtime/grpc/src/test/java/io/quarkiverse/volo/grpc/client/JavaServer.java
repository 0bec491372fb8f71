package io.quarkiverse.volo.grpc.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.google.protobuf.StringValue;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.context.Address;

/** grpc-java's server with the tests' service, which answers as a test says. */
final class JavaServer implements AutoCloseable {

    /** The headers that the call being served came with. */
    static final Context.Key<Metadata> HEADERS = Context.key("headers");
    /** The call being served. */
    static final Context.Key<ServerCall<?, ?>> CALL = Context.key("call");

    BiConsumer<StringValue, StreamObserver<StringValue>> unary = (request, reply) -> {
        reply.onNext(request);
        reply.onCompleted();
    };
    BiConsumer<StringValue, StreamObserver<StringValue>> many = (request, reply) -> {
        for (int i = 0; i < 3; i++) {
            reply.onNext(StringValue.of(request.getValue() + i));
        }
        reply.onCompleted();
    };
    Function<StreamObserver<StringValue>, StreamObserver<StringValue>> collect = Collected::new;
    Function<StreamObserver<StringValue>, StreamObserver<StringValue>> chat = reply -> reply;

    private final Server server;

    JavaServer() {
        this(builder -> builder);
    }

    JavaServer(UnaryOperator<NettyServerBuilder> settings) {
        ServerServiceDefinition service = ServerServiceDefinition.builder(Echo.SERVICE)
                .addMethod(Echo.descriptor(Echo.UNARY), ServerCalls.asyncUnaryCall((q, r) -> unary.accept(q, r)))
                .addMethod(Echo.descriptor(Echo.MANY), ServerCalls.asyncServerStreamingCall((q, r) -> many.accept(q, r)))
                .addMethod(Echo.descriptor(Echo.COLLECT), ServerCalls.asyncClientStreamingCall(r -> collect.apply(r)))
                .addMethod(Echo.descriptor(Echo.CHAT), ServerCalls.asyncBidiStreamingCall(r -> chat.apply(r)))
                .build();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = settings.apply(NettyServerBuilder.forAddress(any))
                    .addService(ServerInterceptors.intercept(service, new Noting())).build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Address address() {
        return Address.of("127.0.0.1", server.getPort());
    }

    /** Takes no more calls, and says so. */
    void shutdown() {
        server.shutdown();
    }

    @Override
    public void close() {
        try {
            server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Noting implements ServerInterceptor {

        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
                ServerCallHandler<Q, R> next) {
            Context noted = Context.current().withValue(HEADERS, headers).withValue(CALL, call);
            return io.grpc.Contexts.interceptCall(noted, call, headers, next);
        }
    }

    private static final class Collected implements StreamObserver<StringValue> {

        private final StreamObserver<StringValue> reply;
        private final StringBuilder all = new StringBuilder();

        Collected(StreamObserver<StringValue> reply) {
            this.reply = reply;
        }

        @Override
        public void onNext(StringValue value) {
            all.append(value.getValue());
        }

        @Override
        public void onError(Throwable failure) {
        }

        @Override
        public void onCompleted() {
            reply.onNext(StringValue.of(all.toString()));
            reply.onCompleted();
        }
    }
}
