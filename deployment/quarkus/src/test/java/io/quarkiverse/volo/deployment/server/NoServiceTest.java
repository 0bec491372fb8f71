package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloServerStarted;
import io.quarkiverse.volo.deployment.RawPeer;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** An application that only calls others; the server's keys have their defaults, but for the port. */
class NoServiceTest {

    private static final RawPeer PEER = new RawPeer();

    /** The server's port is the peer's: binding it would fail the start. */
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(RawPeer.class, Witness.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.test-port", String.valueOf(PEER.port()))
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.transport", "framed")
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.address", "localhost:" + PEER.port())
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.volo"))
            .assertLogRecords(records -> assertThat(records).as("no line says that it listens").isEmpty())
            .setAfterUndeployListener(PEER::close);

    @VoloClient
    HelloService.Blocking hello;

    @VoloClient
    HelloService.Blocking unconfigured;

    @Inject
    Witness witness;

    @Inject
    ValueRegistry values;

    @Test
    void listensNowhere() {
        assertThat(witness.started).hasValue(0);
        assertThat(values.containsKey(RuntimeKey.intKey("quarkus.volo.server.port"))).isFalse();
        assertThat(values.containsKey(RuntimeKey.intKey("quarkus.volo.server.test-port"))).isFalse();
    }

    @Test
    void itsClientsCallOthers() throws IOException {
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("Ada, says the peer");
    }

    @Test
    void aClientWithoutAnAddressIsToldWhatIsMissing() {
        assertThatThrownBy(() -> unconfigured.hello(new HelloRequest("Ada"))).hasMessageContaining(
                "quarkus.volo.clients.unconfigured.address: not set, and the application serves nothing itself");
    }

    @Singleton
    public static class Witness {

        final AtomicInteger started = new AtomicInteger();

        void started(@Observes VoloServerStarted event) {
            started.incrementAndGet();
        }
    }
}
