package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloServerStarted;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** One connection, one call: the next one is refused, each by the key that bounds it. */
class ServerBoundsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(WaitingBean.class, Port.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.max-connections", "1")
            .overrideRuntimeConfigKey("quarkus.volo.server.max-in-flight", "1")
            // So that the refusal does not wait for the reply before it.
            .overrideRuntimeConfigKey("quarkus.volo.server.thrift.ordering", "unordered");

    @Inject
    WaitingBean bean;

    @Inject
    Port port;

    private RawConnection connection;

    @BeforeEach
    void connect() {
        await().ignoreException(IOException.class).until(this::isServed);
    }

    /** Until the server has seen that the last test's connection is closed, it refuses another. */
    private boolean isServed() throws IOException {
        connection = new RawConnection(port.value);
        connection.send("hello", "Ada");
        try {
            await().atMost(Duration.ofSeconds(2)).until(() -> bean.waiting.size() == 1);
            return true;
        } catch (ConditionTimeoutException refused) {
            connection.close();
            return false;
        }
    }

    @AfterEach
    void theFirstCallIsServed() throws IOException {
        bean.waiting.remove(0).complete(new HelloResponse("Hello Ada"));
        assertThat(connection.receive()).isEqualTo("Hello Ada");
        connection.close();
    }

    @Test
    void aSecondCallIsRefused() throws IOException {
        assertThat(connection.call("hello", "Ben")).isEqualTo(
                "error: HelloService.hello: 1 calls are under way already (key: quarkus.volo.server.max-in-flight)");
    }

    @Test
    void aSecondConnectionIsClosed() throws IOException {
        try (RawConnection second = new RawConnection(port.value)) {
            assertThatThrownBy(() -> second.call("hello", "Ben")).isInstanceOf(IOException.class);
        }
    }

    @VoloService
    public static class WaitingBean implements HelloService {

        final List<UniEmitter<? super HelloResponse>> waiting = new CopyOnWriteArrayList<>();

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().emitter(waiting::add);
        }
    }

    @Singleton
    public static class Port {

        int value;

        void started(@Observes VoloServerStarted event) {
            value = event.port();
        }
    }
}
