package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
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

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.impl.NetSocketInternal;

/** Spike: ALPN on a Vert.x NetServer, by overriding {@code NetServerImpl.createSSLHelper()}; the rest of TLS stays Vert.x'. */
@ExtendWith(FailOnBufferLeak.class)
class AlpnOnVertxInternalsTest {

    private static TestKeyStore certificates;
    private static TestKeyStore renewedCertificate;

    private final VertxForTests test = new VertxForTests(1);
    private final BlockingQueue<String> negotiated = new LinkedBlockingQueue<>();
    private ListeningServer server;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        certificates = new TestKeyStore(directory, "one.test", "two.test");
        renewedCertificate = new TestKeyStore(directory, "three.test");
    }

    @BeforeEach
    void listen() throws Exception {
        var options = new NetServerOptions().setHost("localhost").setPort(0).setSsl(true).setUseAlpn(true).setSni(true)
                .setKeyCertOptions(certificates.options());
        server = new ListeningServer(new ListeningVertx((VertxInternal) test.vertx), options,
                new RenewableTls(options, List.of("h2")));
        server.connectHandler(socket -> negotiated.add(applicationProtocol((NetSocketInternal) socket)));
        VertxForTests.await(server.listen());
    }

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    @Test
    void negotiatesHttp2AndReadsItFromTheSslHandler() throws Exception {
        assertThat(connect("one.test", "http/1.1", "h2").applicationLayerProtocol()).isEqualTo("h2");
        assertThat(negotiated.poll(VertxForTests.SECONDS, TimeUnit.SECONDS)).isEqualTo("h2");
    }

    @Test
    void acceptsAClientThatOffersNoProtocol() throws Exception {
        assertThat(connect("one.test").applicationLayerProtocol()).isNull();
        assertThat(negotiated.poll(VertxForTests.SECONDS, TimeUnit.SECONDS)).isEqualTo("none");
    }

    @Test
    void leavesServerNamesToVertx() throws Exception {
        assertThat(subjectOf(connect("one.test", "h2"))).isEqualTo("CN=one.test");
        assertThat(subjectOf(connect("two.test", "h2"))).isEqualTo("CN=two.test");
    }

    @Test
    void leavesNewCertificatesToVertx() throws Exception {
        var renewed = new SSLOptions().setKeyCertOptions(renewedCertificate.options());
        assertThat(VertxForTests.await(server.updateSSLOptions(renewed, false))).isTrue();
        NetSocket socket = connect("three.test", "h2");
        assertThat(subjectOf(socket)).isEqualTo("CN=three.test");
        assertThat(socket.applicationLayerProtocol()).isEqualTo("h2");
    }

    private NetSocket connect(String serverName, String... protocols) throws Exception {
        var options = new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm("")
                .setUseAlpn(protocols.length > 0).setApplicationLayerProtocols(List.of(protocols));
        NetClient client = test.vertx.createNetClient(options);
        return VertxForTests.await(client.connect(server.actualPort(), "localhost", serverName));
    }

    private static String applicationProtocol(NetSocketInternal socket) {
        Channel channel = socket.channelHandlerContext().channel();
        String protocol = channel.pipeline().get(SslHandler.class).applicationProtocol();
        assertThat(ContextInternal.current().nettyEventLoop()).isSameAs(channel.eventLoop());
        return protocol == null ? "none" : protocol;
    }

    private static String subjectOf(NetSocket socket) throws Exception {
        var certificate = (X509Certificate) socket.sslSession().getPeerCertificates()[0];
        return certificate.getSubjectX500Principal().getName();
    }
}
