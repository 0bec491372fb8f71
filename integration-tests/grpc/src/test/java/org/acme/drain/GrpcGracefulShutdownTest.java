package org.acme.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.acme.greet.Greeter;
import org.acme.greet.Greeting;
import org.acme.greet.Name;
import org.acme.greet.Number;
import org.acme.greet.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.protobuf.Message;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.quarkiverse.volo.VoloService;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.QuarkusProdModeTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;

/** A packaged application is told to stop, by SIGTERM, while it serves gRPC calls: one of one reply, and a long stream. */
class GrpcGracefulShutdownTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addPackage(Greeter.class.getPackage()).addClass(Waiting.class))
            .overrideConfigKey("drain.test", "true")
            .setRuntimeProperties(Map.of("quarkus.volo.server.port", "0", "quarkus.volo.server.host", "localhost",
                    "quarkus.shutdown.timeout", "60s"))
            .setRun(true);

    private static final MethodDescriptor<Name, Greeting> GREET = method("Greet", MethodType.UNARY,
            Name.getDefaultInstance(), Greeting.getDefaultInstance());
    private static final MethodDescriptor<Range, Number> COUNT = method("Count", MethodType.SERVER_STREAMING,
            Range.getDefaultInstance(), Number.getDefaultInstance());
    private static final MethodDescriptor<Name, Greeting> SHOUT = method("Shout", MethodType.BIDI_STREAMING,
            Name.getDefaultInstance(), Greeting.getDefaultInstance());

    @Test
    void losesNoCallRefusesNewConnectionsAndTellsItsHealthFirst() throws Exception {
        int port = port(APPLICATION.getStartupConsoleOutput());
        ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        try (WatchingSocket watcher = new WatchingSocket(port)) {
            assertThat(check(channel)).isEqualTo(ServingStatus.SERVING);
            assertThatThrownBy(() -> reflect(channel)).as("off, but in dev mode").hasMessageContaining("UNIMPLEMENTED");
            Received<Greeting> greeting = new Received<>();
            Received<Number> numbers = new Received<>();
            Received<Greeting> control = new Received<>();
            ClientCalls.asyncUnaryCall(channel.newCall(GREET, CallOptions.DEFAULT), Name.getDefaultInstance(), greeting);
            ClientCalls.asyncServerStreamingCall(channel.newCall(COUNT, CallOptions.DEFAULT), Range.getDefaultInstance(),
                    numbers);
            StreamObserver<Name> order = ClientCalls.asyncBidiStreamingCall(channel.newCall(SHOUT, CallOptions.DEFAULT),
                    control);
            order.onNext(name("are the others there?"));
            await().atMost(30, TimeUnit.SECONDS).until(() -> control.messages.contains(greeting("they are"))
                    && numbers.messages.size() == 1);
            assertThat(watcher.next()).isEqualTo("SERVING");

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(APPLICATION::stop);
            assertThat(watcher.next()).isEqualTo("NOT_SERVING");
            assertThat(watcher.next()).as("the watch's end").isEqualTo("trailers");
            assertThat(watcher.next()).isEqualTo("GOAWAY");
            await().atMost(30, TimeUnit.SECONDS).until(() -> isRefused(port));
            order.onNext(name("tell"));
            await().atMost(30, TimeUnit.SECONDS).until(() -> numbers.messages.size() == 2);
            assertThat(stopped).isNotDone();
            assertThat(greeting.messages).isEmpty();

            order.onNext(name("end"));
            assertThat(greeting.all()).containsExactly(greeting("at last"));
            assertThat(numbers.all()).extracting(Number::getValue).containsExactly(1L, 2L, 3L);
            order.onCompleted();
            assertThat(control.all()).endsWith(greeting("ended"));
            stopped.get(30, TimeUnit.SECONDS);
        } finally {
            channel.shutdownNow();
            channel.awaitTermination(10, TimeUnit.SECONDS);
        }
        assertThat(APPLICATION.getExitCode()).as("128 + SIGTERM").isEqualTo(143);
    }

    private static ServingStatus check(ManagedChannel channel) {
        return HealthGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS)
                .check(HealthCheckRequest.getDefaultInstance()).getStatus();
    }

    private static void reflect(ManagedChannel channel) throws Exception {
        Received<ServerReflectionResponse> answer = new Received<>();
        ServerReflectionGrpc.newStub(channel).serverReflectionInfo(answer).onCompleted();
        answer.all();
    }

    private static int port(String output) {
        Matcher port = Pattern.compile("Volo serves Thrift and gRPC on localhost:(\\d+)").matcher(output);
        assertThat(port.find()).as(output).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static boolean isRefused(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private static Name name(String text) {
        return Name.newBuilder().setText(text).build();
    }

    private static Greeting greeting(String text) {
        return Greeting.newBuilder().setText(text).build();
    }

    private static <Q extends Message, R extends Message> MethodDescriptor<Q, R> method(String name, MethodType type, Q request,
            R reply) {
        return MethodDescriptor.newBuilder(ProtoUtils.marshaller(request), ProtoUtils.marshaller(reply))
                .setType(type)
                .setFullMethodName("acme.greet.v1.Greeter/" + name)
                .build();
    }

    private static final class Received<T> implements StreamObserver<T> {

        private final List<T> messages = new CopyOnWriteArrayList<>();
        private final CompletableFuture<List<T>> all = new CompletableFuture<>();

        List<T> all() throws Exception {
            return all.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void onNext(T message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            all.complete(new ArrayList<>(messages));
        }
    }

    /** Its calls wait for what they are told by one of them. Not there for the tests that share the application. */
    @VoloService
    @IfBuildProperty(name = "drain.test", stringValue = "true")
    public static class Waiting implements Greeter {

        private volatile UniEmitter<? super Greeting> greeting;
        private volatile MultiEmitter<? super Number> numbers;

        @Override
        public Uni<Greeting> greet(Name name) {
            return Uni.createFrom().emitter(emitter -> greeting = emitter);
        }

        @Override
        public Multi<Number> count(Range range) {
            return Multi.createFrom().emitter(emitter -> {
                emit(emitter, 1);
                numbers = emitter;
            });
        }

        @Override
        public Uni<Number> sum(Multi<Number> numbers) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Multi<Greeting> shout(Multi<Name> orders) {
            return orders.map(Name::getText).onItem().transformToUniAndConcatenate(order -> switch (order) {
                case "tell" -> Uni.createFrom().item(() -> {
                    emit(numbers, 2);
                    return "told";
                });
                case "end" -> Uni.createFrom().item(() -> {
                    greeting.complete(greeting("at last"));
                    emit(numbers, 3);
                    numbers.complete();
                    return "ended";
                });
                default -> Uni.createFrom().item("they are").onItem().delayIt()
                        .until(item -> Multi.createFrom().ticks().every(Duration.ofMillis(10))
                                .filter(tick -> greeting != null && numbers != null).toUni());
            }).map(Waiting::greeting);
        }

        private static Greeting greeting(String text) {
            return Greeting.newBuilder().setText(text).build();
        }

        private static void emit(MultiEmitter<? super Number> to, long value) {
            to.emit(Number.newBuilder().setValue(value).build());
        }
    }
}
