package org.acme.vault;

import static org.acme.vault.Callers.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.VoloClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A client that is not configured calls the application's own server, whatever its certificate says. */
@QuarkusTest
@TestProfile(OwnServerWithTlsTest.Profile.class)
class OwnServerWithTlsTest {

    @VoloClient("vault")
    org.acme.vault.thrift.Vault.BlockingClient thrift;

    @VoloClient("vault")
    org.acme.vault.grpc.Vault.BlockingClient grpc;

    @Test
    void itIsCalledWithTls() {
        assertThat(thrift.peer()).isEqualTo("nobody on the event loop");
        assertThat(grpc.peer(NOTHING).getText()).isEqualTo("nobody on the event loop");
    }

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> keys = new TreeMap<>(new TestCertificates("own").showing("server", "vault.example"));
            keys.put("quarkus.volo.server.tls-configuration-name", "server");
            return keys;
        }
    }
}
