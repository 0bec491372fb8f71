package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.acme.store.Health;
import org.acme.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkiverse.volo.deployment.RawPeer;
import io.quarkus.test.QuarkusProdModeTest;
import io.smallrye.mutiny.Uni;

/** A packaged application is told to stop, by SIGTERM, while it serves calls and makes calls itself. */
class GracefulShutdownTest {

    private static final RawPeer PEER = new RawPeer();

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar
                    .addPackage(HelloService.class.getPackage())
                    .addPackage(Store.class.getPackage())
                    .addClasses(OnTheLoop.class, OnAWorker.class))
            .setRuntimeProperties(Map.of("quarkus.volo.server.port", "0", "quarkus.volo.server.host", "localhost",
                    "quarkus.volo.clients.peer.address", "localhost:" + PEER.port(),
                    "quarkus.volo.clients.peer.transport", "framed",
                    "quarkus.volo.clients.peer.timeout", "60s",
                    "quarkus.shutdown.timeout", "60s"))
            .setRun(true);

    @AfterAll
    static void closePeer() {
        PEER.close();
    }

    @Test
    void losesNoCallAndRefusesNewConnections() throws Exception {
        int port = port(APPLICATION.getStartupConsoleOutput());
        try (RawConnection loop = new RawConnection(port);
                RawConnection worker = new RawConnection(port);
                RawConnection idle = new RawConnection(port)) {
            assertThat(idle.call("hello", "Ada")).isEqualTo("Ada, says the peer, says the peer");
            loop.send("hello", "wait");
            worker.send("ping", "");
            await().atMost(30, TimeUnit.SECONDS).until(() -> PEER.waiting() == 2);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(APPLICATION::stop);
            await().atMost(30, TimeUnit.SECONDS).until(() -> isRefused(port));
            assertThatThrownBy(idle::receive).isInstanceOf(EOFException.class);
            assertThat(stopped).isNotDone();
            loop.send("hello", "sent while draining");

            PEER.answer(2);
            assertThat(loop.receive()).isEqualTo("wait, says the peer, says the peer");
            assertThat(loop.receive()).isEqualTo("sent while draining, says the peer, says the peer");
            assertThat(worker.receive()).as("what void returns").isEmpty();
            stopped.get(30, TimeUnit.SECONDS);
        }
        assertThat(APPLICATION.getExitCode()).as("128 + SIGTERM").isEqualTo(143);
    }

    private static int port(String output) {
        Matcher port = Pattern.compile("Volo serves Thrift and gRPC on localhost:(\\d+)").matcher(output);
        assertThat(port.find()).as(output).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static boolean isRefused(int port) {
        try (RawConnection connection = new RawConnection(port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @VoloService
    public static class OnTheLoop implements HelloService {

        @VoloClient
        HelloService peer;

        /** Calls twice, so that one call is made while the other has been under way for long. */
        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return peer.hello(request).chain(response -> peer.hello(new HelloRequest(response.message())));
        }
    }

    @VoloService
    public static class OnAWorker implements Health.Blocking {

        @VoloClient
        HelloService.Blocking peer;

        @Override
        public void ping() {
            peer.hello(new HelloRequest("wait"));
        }
    }
}
