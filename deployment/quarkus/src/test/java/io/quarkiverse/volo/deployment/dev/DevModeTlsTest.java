package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkus.test.QuarkusDevModeTest;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;

/** The port with TLS stays open during a reload, and shows what is configured after it. */
class DevModeTlsTest {

    private static final int PORT = DevApplication.freePort();
    private static final Path CERTIFICATES = made(Path.of("target", "dev-mode-tls-test").toAbsolutePath(), "first", "second");

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication.serving(HelloBean.class,
            "quarkus.volo.server.port=" + PORT,
            "quarkus.volo.server.tls-configuration-name=mine",
            "quarkus.tls.mine.key-store.pem.0.cert=" + CERTIFICATES.resolve("first.crt"),
            "quarkus.tls.mine.key-store.pem.0.key=" + CERTIFICATES.resolve("first.key"));

    @Test
    void anEditedCertificateIsShownToNewConnectionsAndOldOnesStay() throws Exception {
        SSLSocket socket = connect();
        assertThat(owner(socket)).isEqualTo("CN=first");
        try (RawConnection old = new RawConnection(socket)) {
            assertThat(old.call("hello", "Ada")).isEqualTo("Hello Ada");

            APPLICATION.modifyResourceFile("application.properties", text -> text.replace("/first.", "/second."));

            assertThat(old.call("hello", "Ada")).as("the request that leads to the reload").isEqualTo("Hello Ada");
            try (SSLSocket after = connect()) {
                assertThat(owner(after)).isEqualTo("CN=second");
            }
            assertThat(old.call("hello", "Eve")).isEqualTo("Hello Eve");
        }
    }

    @Test
    void theApplicationsOwnClientsCallItWithTls() throws Exception {
        try (RawConnection connection = new RawConnection(connect())) {
            APPLICATION.modifySourceFile(HelloBean.class, source -> source + SelfCaller.SOURCE);
            assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");

            SelfCaller.awaitAnswer("Hello me");
        }
    }

    private static Path made(Path directory, String... owners) {
        try {
            Files.createDirectories(directory);
            for (String owner : owners) {
                new CertificateGenerator(directory, true)
                        .generate(new CertificateRequest().withName(owner).withCN(owner).withFormat(Format.PEM));
            }
            return directory;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLSocket connect() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] { new Trusting() }, new SecureRandom());
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", PORT);
        socket.startHandshake();
        return socket;
    }

    private static String owner(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
    }

    /** Takes any certificate. */
    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
