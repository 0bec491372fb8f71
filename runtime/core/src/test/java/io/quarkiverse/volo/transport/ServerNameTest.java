package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;

/** A server of two names, dialed by its IP address, as those are that a DNS name has. */
@ExtendWith(FailOnBufferLeak.class)
class ServerNameTest {

    private static TestKeyStore certificates;

    private final VertxForTests test = new VertxForTests(1);
    private Listener listener;
    private @Nullable Connector connector;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        certificates = new TestKeyStore(directory, "one.test", "two.test");
    }

    @BeforeEach
    void listen() throws Exception {
        NetServerOptions server = new NetServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificates.options());
        listener = VertxForTests.await(Listener.listen(test.vertx,
                new ListenerOptions("127.0.0.1", 0, null, server, List.of(), null), (channel, context) -> {
                }));
    }

    @AfterEach
    void close() throws Exception {
        if (connector != null) {
            VertxForTests.await(connector.close());
        }
        VertxForTests.await(listener.close());
        test.close();
    }

    @Test
    void theNameChoosesTheCertificateAndIsVerified() throws Exception {
        assertThat(certificateFor("one.test")).isEqualTo("CN=one.test");
        assertThat(certificateFor("two.test")).isEqualTo("CN=two.test");
    }

    @Test
    void aServerOfAnotherNameIsNotTaken() {
        assertThatThrownBy(() -> certificateFor("three.test"))
                .cause().isInstanceOf(VoloException.class)
                .hasMessageContaining("No subject alternative DNS name matching three.test found");
    }

    @Test
    void withoutANameTheIpAddressIsVerified() {
        assertThatThrownBy(() -> certificateFor(null))
                .cause().isInstanceOf(VoloException.class)
                .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1 found");
    }

    private String certificateFor(@Nullable String name) throws Exception {
        if (connector != null) {
            VertxForTests.await(connector.close());
        }
        connector = new Connector(test.vertx, ConnectorOptions.plaintext(null)
                .with(Duration.ofSeconds(20), new NetClientOptions().setSsl(true).setTrustOptions(certificates.options())
                        .setHostnameVerificationAlgorithm("HTTPS"))
                .withServerName(name), (channel, context) -> {
                });
        Channel channel = VertxForTests.await(connect(connector));
        X509Certificate shown = (X509Certificate) channel.pipeline().get(SslHandler.class).engine().getSession()
                .getPeerCertificates()[0];
        return shown.getSubjectX500Principal().getName();
    }

    private Future<Channel> connect(Connector connector) {
        Promise<Channel> connected = Promise.promise();
        EventLoop loop = (EventLoop) ((VertxInternal) test.vertx).getEventLoopGroup().iterator().next();
        connector.connect(Address.of("127.0.0.1", listener.port()), loop, new ConnectionCallback<>() {

            @Override
            public void connected(Channel channel) {
                connected.complete(channel);
            }

            @Override
            public void failed(VoloException failure) {
                connected.fail(failure);
            }
        });
        return connected.future();
    }
}
