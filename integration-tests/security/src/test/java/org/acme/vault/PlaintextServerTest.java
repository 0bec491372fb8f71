package org.acme.vault;

import static org.acme.vault.Callers.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.acme.vault.Callers.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A client that is configured for the TLS of another server, in an application that serves without. */
@QuarkusTest
@TestProfile(PlaintextServerTest.Profile.class)
class PlaintextServerTest {

    @VoloClient("vault")
    org.acme.vault.thrift.Vault.BlockingClient thrift;

    @VoloClient("vault")
    org.acme.vault.grpc.Vault.BlockingClient grpc;

    @Inject
    Callers callers;

    @Test
    void withoutAnAddressItCallsTheOwnServerAsThatIsServed() {
        assertThat(thrift.peer()).isEqualTo("nobody on the event loop");
        assertThat(grpc.peer(NOTHING).getText()).isEqualTo("nobody on the event loop");
    }

    @ParameterizedTest
    @EnumSource
    void withAnAddressItRefusesToSpeakWithoutTls(Protocol protocol) {
        assertThatExceptionOfType(VoloException.class).isThrownBy(() -> callers.peer(protocol, "vault", "localhost"))
                .withMessageContaining("TLS handshake failed: the peer hung up (expected: a peer that speaks TLS,"
                        + " and takes the certificate that it is shown)")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT));
    }

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> keys = new TreeMap<>(TestCertificates.trusting("caller", "first"));
            keys.put("quarkus.volo.clients.vault.tls-configuration-name", "caller");
            return keys;
        }
    }
}
