package org.acme.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.TlsConfigurationRegistry;

/** Several certificates, among which the name chooses that a client wants to reach. */
@QuarkusTest
@TestProfile(ServerNameIndicationTest.Profile.class)
class ServerNameIndicationTest {

    @Inject
    Callers callers;

    @Inject
    TlsConfigurationRegistry registry;

    @ParameterizedTest
    @ValueSource(strings = { "one.example", "two.example" })
    void theServerShowsTheCertificateOfTheNameThatIsCalled(String name) throws Exception {
        assertThat(shownTo(name)).isEqualTo("CN=" + name);
    }

    private String shownTo(String name) throws Exception {
        try (SSLSocket socket = (SSLSocket) registry.get("caller").orElseThrow().createSSLContext().getSocketFactory()
                .createSocket("localhost", callers.port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
            return subject(socket);
        }
    }

    private static String subject(SSLSocket socket) throws IOException {
        socket.startHandshake();
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
    }

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            TestCertificates certificates = new TestCertificates("names");
            Map<String, String> keys = new TreeMap<>(certificates.showing("server", "one.example"));
            certificates.showing("other", "two.example")
                    .forEach((key, value) -> keys.put(key.replace("tls.other.key-store.pem.0", "tls.server.key-store.pem.1"),
                            value));
            keys.put("quarkus.tls.server.key-store.sni", "true");
            keys.putAll(TestCertificates.trusting("caller", "one.example", "two.example"));
            keys.put("quarkus.volo.server.tls-configuration-name", "server");
            return keys;
        }
    }
}
