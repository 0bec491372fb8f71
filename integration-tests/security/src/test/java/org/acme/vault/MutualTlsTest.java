package org.acme.vault;

import static org.acme.vault.Callers.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.net.ssl.SSLException;

import jakarta.inject.Inject;

import org.acme.vault.Callers.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Both sides show certificates, and both protocols share one port. */
@QuarkusTest
@TestProfile(MutualTls.class)
class MutualTlsTest {

    @VoloClient("vault")
    org.acme.vault.thrift.Vault.BlockingClient thrift;

    @VoloClient("vault")
    org.acme.vault.thrift.PlainVault.BlockingClient plainThrift;

    @VoloClient("vault")
    org.acme.vault.grpc.Vault.BlockingClient grpc;

    @VoloClient("vault")
    org.acme.vault.grpc.PlainVault.BlockingClient plainGrpc;

    @Inject
    Callers callers;

    @Test
    void aBeanKnowsItsPeersCertificateWhateverServesIt() {
        assertThat(thrift.peer()).isEqualTo("CN=ada on the event loop");
        assertThat(plainThrift.plainPeer()).isEqualTo("CN=ada on a worker");
        assertThat(grpc.peer(NOTHING).getText()).isEqualTo("CN=ada on the event loop");
        assertThat(plainGrpc.peer(NOTHING).getText()).isEqualTo("CN=ada on a worker");
    }

    @Test
    void aPeerThatInsistsOnTheNameOfItsProtocolGetsIt() throws Exception {
        try (GrpcJavaPeer eve = new GrpcJavaPeer(callers.port(), "eve", "first")) {
            assertThat(eve.peer()).isEqualTo("CN=eve on the event loop");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientWithoutACertificateIsTurnedAway(Protocol protocol) {
        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "nameless", "localhost"))
                .withMessageContaining("Received fatal alert: bad_certificate")
                .withRootCauseInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aClientWhoseCertificateIsNotTakenIsTurnedAway(Protocol protocol) {
        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "stranger", "localhost"))
                .withMessageContaining("Received fatal alert: bad_certificate")
                .withRootCauseInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aServerWhoseCertificateIsNotTakenIsNotCalled(Protocol protocol) {
        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "trusting-ada", "localhost"))
                .withMessageContaining("TLS handshake failed: unable to find valid certification path")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT))
                .satisfies(failure -> assertThat(failure.isUnprocessed()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void aServerWhoseCertificateIsForAnotherHostIsNotCalled(Protocol protocol) {
        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "vault", "127.0.0.1"))
                .withMessageContaining("TLS handshake failed: No subject alternative names matching IP address 127.0.0.1")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT));
    }

    @ParameterizedTest
    @EnumSource
    void aClientWithoutTlsLearnsThatItNeedsIt(Protocol protocol) {
        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "plain", "localhost"))
                .withMessageContaining("it may speak nothing without TLS");
    }
}
