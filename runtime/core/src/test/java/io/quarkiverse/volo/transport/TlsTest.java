package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SSLOptions;

/** A listener that asks its clients for certificates, over two loops, and whose own certificate is changed. */
@ExtendWith(FailOnBufferLeak.class)
class TlsTest {

    private static TestKeyStore first;
    private static TestKeyStore second;
    private static TestKeyStore clients;

    private final VertxForTests test = new VertxForTests(2);
    private final BlockingQueue<Endpoint> peers = new LinkedBlockingQueue<>();
    private Listener listener;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        first = new TestKeyStore(directory, "first.test");
        second = new TestKeyStore(directory, "second.test");
        clients = new TestKeyStore(directory, "client.test");
    }

    @BeforeEach
    void listen() throws Exception {
        NetServerOptions server = new NetServerOptions().setSsl(true).setUseAlpn(true).setClientAuth(ClientAuth.REQUIRED)
                .setKeyCertOptions(first.options()).setTrustOptions(clients.options());
        ListenerOptions options = new ListenerOptions("localhost", 0, null, server, List.of("h2"), null);
        listener = VertxForTests.await(Listener.listen(test.vertx, options,
                (channel, context) -> peers.add(PeerEndpoint.of(channel))));
    }

    @AfterEach
    void close() throws Exception {
        VertxForTests.await(listener.close());
        test.close();
    }

    @Test
    void theOtherEndsCertificateIsKnown() throws Exception {
        connect(true);

        Endpoint peer = peers.poll(VertxForTests.SECONDS, TimeUnit.SECONDS);
        assertThat(peer.certificates()).hasSize(1);
        assertThat(nameOf((X509Certificate) peer.certificates().get(0))).isEqualTo("CN=client.test");
    }

    @Test
    void afterAnUpdateNewConnectionsSeeTheNewCertificateAndOldOnesStay() throws Exception {
        NetSocket old = connect(true);
        boolean[] closed = new boolean[1];
        old.closeHandler(end -> closed[0] = true);

        update();

        // One more than loops, so that each of them has accepted one.
        for (int i = 0; i < 3; i++) {
            assertThat(serverName(connect(true))).isEqualTo("CN=second.test");
        }
        assertThat(serverName(old)).isEqualTo("CN=first.test");
        assertThat(closed[0]).isFalse();
    }

    @Test
    void whoConnectsDuringAnUpdateIsNotTurnedAway() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(update(i % 2 == 0 ? second : first));
            for (int j = 0; j < 5; j++) {
                all.add(dial(true));
            }
        }

        assertThat(VertxForTests.await(Future.join(all)).succeeded()).isTrue();
    }

    @Test
    void anUpdateThatCannotBeUsedChangesNothing() throws Exception {
        Future<Void> update = listener.updateTls(new SSLOptions().setKeyCertOptions(
                new PfxOptions().setValue(Buffer.buffer("no key store")).setPassword("secret")));

        assertThat(VertxForTests.await(update.map("done").otherwise("failed"))).isEqualTo("failed");
        assertThat(serverName(connect(true))).isEqualTo("CN=first.test");
    }

    @Test
    void afterAnUpdateTheProtocolIsStillAgreedUpon() throws Exception {
        update();

        assertThat(connect(true).applicationLayerProtocol()).isEqualTo("h2");
    }

    @Test
    void afterAnUpdateClientsAreStillAskedForTheirCertificates() throws Exception {
        update();

        // In TLS 1.3 a client has finished before the server looks at its certificate: then it is told by the end.
        VertxForTests.await(dial(false).compose(TlsTest::closed).otherwiseEmpty());
        assertThat(peers).isEmpty();
        connect(true);
        assertThat(peers.poll(VertxForTests.SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    private static Future<Void> closed(NetSocket socket) {
        Promise<Void> closed = Promise.promise();
        socket.exceptionHandler(closed::tryFail);
        socket.closeHandler(end -> closed.tryComplete());
        return closed.future();
    }

    /** Trusts the same clients; a bucket of the TLS registry brings both. */
    private void update() throws Exception {
        VertxForTests.await(update(second));
    }

    private Future<Void> update(TestKeyStore server) {
        return listener.updateTls(new SSLOptions().setKeyCertOptions(server.options()).setTrustOptions(clients.options()));
    }

    private NetSocket connect(boolean withCertificate) throws Exception {
        return VertxForTests.await(dial(withCertificate));
    }

    private Future<NetSocket> dial(boolean withCertificate) {
        NetClientOptions options = new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm("")
                .setUseAlpn(true).setApplicationLayerProtocols(List.of("h2"));
        if (withCertificate) {
            options.setKeyCertOptions(clients.options());
        }
        return test.vertx.createNetClient(options).connect(listener.port(), "localhost");
    }

    private static String serverName(NetSocket socket) throws Exception {
        return nameOf((X509Certificate) socket.sslSession().getPeerCertificates()[0]);
    }

    private static String nameOf(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
