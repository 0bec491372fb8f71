package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloServerStarted;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

class ServerStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class, Witness.class);

    @Inject
    Witness witness;

    @Inject
    ValueRegistry values;

    @ConfigProperty(name = "quarkus.volo.server.test-port")
    int configuredPort;

    @Test
    void tellsHostAndPortByAnEvent() {
        assertThat(witness.started).hasSize(1);
        assertThat(witness.started.get(0).host()).isEqualTo("localhost");
        assertThat(witness.started.get(0).port()).isPositive().isNotEqualTo(8888);
    }

    @Test
    void publishesThePortThatItGot() {
        int port = witness.started.get(0).port();
        assertThat(values.get(RuntimeKey.intKey("quarkus.volo.server.port"))).isEqualTo(port);
        assertThat(values.get(RuntimeKey.intKey("quarkus.volo.server.test-port"))).isEqualTo(port);
    }

    @Test
    void answersACall() throws IOException {
        try (RawConnection peer = new RawConnection(witness.started.get(0).port())) {
            assertThat(peer.call("hello", "Ada")).isEqualTo("Hello Ada");
        }
    }

    @Test
    void refusesAnUnknownMethod() throws IOException {
        try (RawConnection peer = new RawConnection(witness.started.get(0).port())) {
            assertThat(peer.call("goodbye", "Ada")).isEqualTo("error: unknown method: 'goodbye'");
        }
    }

    @Singleton
    public static class Witness {

        final List<VoloServerStarted> started = new CopyOnWriteArrayList<>();

        void started(@Observes VoloServerStarted event) {
            started.add(event);
        }
    }
}
