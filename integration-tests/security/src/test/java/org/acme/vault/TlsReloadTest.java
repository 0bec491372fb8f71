package org.acme.vault;

import static org.acme.vault.Callers.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.acme.vault.Callers.Protocol;
import org.acme.vault.grpc.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.error.VoloException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.mutiny.Uni;

/** Certificates change while calls are made. */
@QuarkusTest
@TestProfile(MutualTls.class)
class TlsReloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @VoloClient("vault")
    org.acme.vault.thrift.Vault.BlockingClient thrift;

    @VoloClient("vault")
    org.acme.vault.grpc.Vault.BlockingClient grpc;

    @Inject
    Callers callers;

    @Inject
    TlsConfigurationRegistry registry;

    @Inject
    Event<CertificateUpdatedEvent> updated;

    @AfterEach
    void restore() {
        changeServer("first");
        change("caller", "ada");
    }

    /** Connections that are made from now on see it. */
    private void changeServer(String owner) {
        change("server", owner);
        for (Protocol protocol : Protocol.values()) {
            await().atMost(PATIENCE).ignoreExceptions()
                    .until(() -> callers.peer(protocol, "trusting-" + owner, "localhost").startsWith("CN=ada"));
        }
    }

    private void change(String tls, String owner) {
        MutualTls.CERTIFICATES.show(tls, owner);
        TlsConfiguration configuration = registry.get(tls).orElseThrow();
        assertThat(configuration.reload()).isTrue();
        updated.fire(new CertificateUpdatedEvent(tls, configuration));
    }

    @ParameterizedTest
    @EnumSource
    void newConnectionsSeeTheServersNewCertificate(Protocol protocol) {
        assertThat(callers.peer(protocol, "trusting-first", "localhost")).startsWith("CN=ada");

        changeServer("second");

        assertThatExceptionOfType(VoloException.class)
                .isThrownBy(() -> callers.peer(protocol, "trusting-first", "localhost"))
                .withMessageContaining("unable to find valid certification path");
    }

    @Test
    void openConnectionsStayWhenTheServersCertificateChanges() {
        String thriftOrigin = thrift.origin();
        String grpcOrigin = grpc.origin(NOTHING).getText();

        changeServer("second");

        assertThat(thrift.origin()).isEqualTo(thriftOrigin);
        assertThat(grpc.origin(NOTHING).getText()).isEqualTo(grpcOrigin);
    }

    @ParameterizedTest
    @EnumSource
    void clientsAreStillAskedForTheirCertificates(Protocol protocol) {
        changeServer("second");

        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "nameless", "localhost"))
                .withMessageContaining("Received fatal alert: bad_certificate");
    }

    @Test
    void theServerStillTellsThatItSpeaksHttp2() throws Exception {
        changeServer("second");

        try (GrpcJavaPeer eve = new GrpcJavaPeer(callers.port(), "eve", "second")) {
            assertThat(eve.peer()).isEqualTo("CN=eve on the event loop");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientShowsItsNewCertificateOnNewConnectionsAndKeepsTheOpenOne(Protocol protocol) {
        Supplier<Uni<String>> peer = peer(protocol);
        assertThat(peer.get().await().atMost(PATIENCE)).startsWith("CN=ada");

        change("caller", "eve");

        // Many at once, for which one connection is not enough.
        List<String> seen = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            List<Uni<String>> calls = Stream.generate(peer).limit(20).toList();
            seen.addAll(Uni.join().all(calls).andFailFast().await().atMost(PATIENCE));
            return seen.contains("CN=eve on the event loop");
        });
        assertThat(seen).as("the connection that was open is used on").contains("CN=ada on the event loop");
    }

    private Supplier<Uni<String>> peer(Protocol protocol) {
        return switch (protocol) {
            case THRIFT -> callers.create(org.acme.vault.thrift.Vault.class, "vault", "localhost")::peer;
            case GRPC -> {
                var client = callers.create(org.acme.vault.grpc.Vault.class, "vault", "localhost");
                yield () -> client.peer(NOTHING).map(Text::getText);
            }
        };
    }
}
