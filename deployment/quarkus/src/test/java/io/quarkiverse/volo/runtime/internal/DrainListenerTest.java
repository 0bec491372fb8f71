package io.quarkiverse.volo.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.acme.hello.HelloResponse;
import org.acme.hello.HelloServiceDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkiverse.volo.grpc.server.GrpcRoutes;
import io.quarkiverse.volo.grpc.server.GrpcServerOptions;
import io.quarkiverse.volo.grpc.services.HealthStatus;
import io.quarkiverse.volo.grpc.services.ServingStatus;
import io.quarkiverse.volo.thrift.server.ThriftRoutes;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;

/** What happens between the wish to stop the application and its end. */
class DrainListenerTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<UniEmitter<? super HelloResponse>> waiting = new CopyOnWriteArrayList<>();
    private final Semaphore done = new Semaphore(0);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger("io.quarkiverse.volo.server");
    private final Handler handler = new LinesHandler();
    private final HealthStatus health = new HealthStatus();
    private final VoloServer server = VoloServer.listen(vertx,
            new ServerSettings("localhost", 0, "port", null, null, Duration.ofSeconds(10), 100,
                    ThriftServerOptions.DEFAULT, GrpcServerOptions.DEFAULT),
            null,
            new Routes(ThriftRoutes.builder().add(HelloServiceDefinition.HELLO,
                    (context, request) -> Uni.createFrom().<HelloResponse> emitter(waiting::add)).build(), GrpcRoutes.NONE),
            null);

    @BeforeEach
    void listenToTheLog() {
        log.addHandler(handler);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        log.removeHandler(handler);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private RawConnection withCall(String name) throws IOException {
        int before = waiting.size();
        RawConnection connection = new RawConnection(server.port());
        connection.send("hello", name);
        await().until(() -> waiting.size() == before + 1);
        return connection;
    }

    private void stop() {
        new DrainListener(server, health).shutdown(done::release);
    }

    private boolean isRefused() {
        try (RawConnection connection = new RawConnection(server.port())) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void thePortIsClosedWhileCallsAreWaitedFor() throws Exception {
        try (RawConnection connection = withCall("Ada")) {
            stop();
            await().until(this::isRefused);
            assertThat(done.availablePermits()).isZero();

            waiting.get(0).complete(new HelloResponse("Hello Ada"));

            assertThat(connection.receive()).isEqualTo("Hello Ada");
            assertThatThrownBy(connection::receive).isInstanceOf(EOFException.class);
        }
        assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        server.close();
        assertThat(done.availablePermits()).as("said once").isZero();
        assertThat(lines).isEmpty();
    }

    @Test
    void healthTurnsBeforeTheShutdownAndWhatIsServedGoesOn() throws Exception {
        health.set("", ServingStatus.SERVING);

        new DrainListener(server, health).preShutdown(done::release);

        assertThat(done.availablePermits()).isOne();
        assertThat(health.get("")).contains(ServingStatus.NOT_SERVING);
        withCall("Ada").close();
    }

    @Test
    void whatHasNotEndedInTimeIsCutAndCounted() throws Exception {
        try (RawConnection one = withCall("Ada"); RawConnection other = withCall("Ben")) {
            stop();
            await().until(this::isRefused);

            server.close();

            assertThatThrownBy(one::receive).isInstanceOf(IOException.class);
            assertThatThrownBy(other::receive).isInstanceOf(IOException.class);
        }
        assertThat(lines).containsExactly("WARN Volo cuts 2 calls that did not end within quarkus.shutdown.timeout");
    }

    @Test
    void aServerThatIsNotDrainedCutsItsCallsWithoutAWord() throws Exception {
        try (RawConnection connection = withCall("Ada")) {
            server.close();

            assertThatThrownBy(connection::receive).isInstanceOf(IOException.class);
        }
        assertThat(lines).isEmpty();
    }

    private final class LinesHandler extends Handler {

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + String.format(java.util.Locale.ROOT, line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
