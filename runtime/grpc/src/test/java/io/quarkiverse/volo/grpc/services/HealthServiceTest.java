package io.quarkiverse.volo.grpc.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.grpc.testing.TextsServer;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** Our health service, asked by grpc-java's stubs. */
class HealthServiceTest {

    private final HealthStatus health = new HealthStatus();
    private final TextsServer server = new TextsServer(GrpcServerOptions.DEFAULT)
            .methods(new HealthService(health).methods());
    private final ManagedChannel channel = server.channel();

    @AfterEach
    void close() throws InterruptedException {
        TextsServer.shutDown(channel);
        server.close();
    }

    private HealthCheckResponse.ServingStatus check(String service) {
        return HealthGrpc.newBlockingStub(channel).check(request(service)).getStatus();
    }

    private static HealthCheckRequest request(String service) {
        return HealthCheckRequest.newBuilder().setService(service).build();
    }

    @Test
    void checkAnswersWhatWasSaidLast() {
        health.set(HealthStatus.SERVER, ServingStatus.SERVING);
        health.set("acme.Greeter", ServingStatus.NOT_SERVING);
        health.set("acme.Öffner", ServingStatus.UNKNOWN);

        assertThat(check("")).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
        assertThat(check("acme.Greeter")).isEqualTo(HealthCheckResponse.ServingStatus.NOT_SERVING);
        assertThat(check("acme.Öffner")).isEqualTo(HealthCheckResponse.ServingStatus.UNKNOWN);

        health.set("acme.Greeter", ServingStatus.SERVING);
        assertThat(check("acme.Greeter")).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    }

    @Test
    void checkOfAnUnknownServiceFails() {
        health.set("gone", ServingStatus.SERVING);
        health.clear("gone");

        assertThatThrownBy(() -> check("gone")).isInstanceOf(StatusRuntimeException.class)
                .hasMessage("NOT_FOUND: unknown service: 'gone'");
    }

    @Test
    void aWatchIsToldTheStatusAndThenEachChange() {
        Watcher watcher = watch("acme.Greeter");
        Await.until("told that there is none", () -> watcher.seen("SERVICE_UNKNOWN"));
        health.set("acme.Greeter", ServingStatus.SERVING);
        Await.until("told of the change", () -> watcher.seen("SERVICE_UNKNOWN", "SERVING"));
        health.set("acme.Greeter", ServingStatus.SERVING);
        health.set("another", ServingStatus.SERVING);
        health.set("acme.Greeter", ServingStatus.NOT_SERVING);
        Await.until("told of the next", () -> watcher.seen("SERVICE_UNKNOWN", "SERVING", "NOT_SERVING"));
        health.clear("acme.Greeter");
        Await.until("told that it is gone",
                () -> watcher.seen("SERVICE_UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"));
    }

    @Test
    void aWatchEndsWithItsCallAndItsConnection() throws InterruptedException {
        Watcher cancelled = watch("a");
        Watcher lost = watch("a");
        Await.until("both watch", () -> health.watchCount() == 2);

        cancelled.call.cancel("enough", null);
        Await.until("one watches", () -> health.watchCount() == 1);
        TextsServer.shutDown(channel);
        Await.until("nobody watches", () -> health.watchCount() == 0);
        Await.until("its caller is told", () -> lost.failure != null);
    }

    @Test
    void aServerThatStopsServesNothingForGoodAndLetsWatchersGo() {
        health.set(HealthStatus.SERVER, ServingStatus.SERVING);
        Watcher server = watch("");
        Watcher unknown = watch("unknown");
        Await.until("both watch", () -> server.seen("SERVING") && unknown.seen("SERVICE_UNKNOWN"));

        health.stopServing();
        health.set(HealthStatus.SERVER, ServingStatus.SERVING);
        Await.until("told", () -> server.seen("SERVING", "NOT_SERVING"));
        assertThat(check("")).isEqualTo(HealthCheckResponse.ServingStatus.NOT_SERVING);
        assertThat(server.failure).isNull();

        health.endWatches();
        Await.until("let go", () -> server.failure != null && unknown.failure != null);
        assertThat(Status.fromThrowable(server.failure)).hasToString(
                Status.UNAVAILABLE.withDescription("the server stops").toString());
        assertThat(health.watchCount()).isZero();
    }

    @Test
    void whoReadsSlowlyIsToldOfTheLastChangeOnly() {
        AssertSubscriber<ServingStatus> slow = AssertSubscriber.create(1);
        HealthWatch watch = new HealthWatch(health, "a", slow);
        health.add(watch);
        slow.onSubscribe(watch);

        health.set("a", ServingStatus.SERVING);
        health.set("a", ServingStatus.NOT_SERVING);
        health.set("a", ServingStatus.UNKNOWN);
        slow.request(5);
        slow.assertItems(ServingStatus.SERVICE_UNKNOWN, ServingStatus.UNKNOWN);
    }

    @Test
    void watchesAreBounded() {
        for (int i = 0; i < HealthStatus.MAX_WATCHES; i++) {
            health.add(new HealthWatch(health, "a", AssertSubscriber.create()));
        }
        assertThatThrownBy(() -> HealthGrpc.newBlockingStub(channel).watch(request("a")).next())
                .hasMessage("RESOURCE_EXHAUSTED: watches of health: 10000 (expected: no more)");
        assertThatThrownBy(() -> HealthGrpc.newBlockingStub(channel).watch(request("a".repeat(1_025))).next())
                .hasMessage("INVALID_ARGUMENT: service: a name of 1025 characters (expected: at most 1024)");
    }

    @Test
    void aServiceCannotBeSaidToBeUnknown() {
        assertThatThrownBy(() -> health.set("a", ServingStatus.SERVICE_UNKNOWN)).hasMessage(
                "status of 'a': SERVICE_UNKNOWN (expected: SERVING, NOT_SERVING or UNKNOWN; clear() forgets a service)");
    }

    @Test
    void messagesAreReadAndWrittenAsProtocDoes() throws Exception {
        for (ServingStatus status : ServingStatus.values()) {
            ByteBuf written = Unpooled.buffer();
            HealthCodecs.REPLY.write(status, written);
            assertThat(written.readableBytes()).isEqualTo(HealthCodecs.REPLY.size(status));
            assertThat(HealthCheckResponse.parseFrom(bytes(written)).getStatus().name()).isEqualTo(status.name());
            assertThat(HealthCodecs.REPLY.read(written)).isEqualTo(status);
        }
        for (String name : List.of("", "a", "Öffner", "long".repeat(100))) {
            ByteBuf written = Unpooled.buffer();
            HealthCodecs.REQUEST.write(name, written);
            assertThat(written.readableBytes()).isEqualTo(HealthCodecs.REQUEST.size(name));
            assertThat(HealthCheckRequest.parseFrom(bytes(written)).getService()).isEqualTo(name);
            assertThat(HealthCodecs.REQUEST.read(written)).isEqualTo(name);
        }
        // A field of later days is passed over.
        assertThat(HealthCodecs.REQUEST.read(Unpooled.wrappedBuffer(new byte[] { 0x10, 7, 0x0A, 1, 'a' }))).isEqualTo("a");
        assertThatThrownBy(() -> HealthCodecs.REQUEST.read(Unpooled.copiedBuffer("\n\u0005ab", StandardCharsets.UTF_8)))
                .hasMessageContaining("ended unexpectedly");
    }

    private static byte[] bytes(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.getBytes(buffer.readerIndex(), bytes);
        return bytes;
    }

    private Watcher watch(String service) {
        Watcher watcher = new Watcher();
        HealthGrpc.newStub(channel).watch(request(service), watcher);
        return watcher;
    }

    private static final class Watcher implements ClientResponseObserver<HealthCheckRequest, HealthCheckResponse> {

        private final List<String> told = new CopyOnWriteArrayList<>();
        private volatile Throwable failure;
        private volatile ClientCallStreamObserver<HealthCheckRequest> call;

        boolean seen(String... statuses) {
            return told.equals(List.of(statuses));
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<HealthCheckRequest> stream) {
            call = stream;
        }

        @Override
        public void onNext(HealthCheckResponse response) {
            told.add(response.getStatus().name());
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
        }

        @Override
        public void onCompleted() {
            told.add("completed");
        }
    }
}
