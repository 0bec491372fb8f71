package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.RawPeer;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

/** A hosts file says where the name is; it takes one address per name, so that the one disappears as the other comes. */
@EnabledOnOs(OS.LINUX) // elsewhere 127.0.0.2 is not there unless it is configured
class DnsClientTest {

    private static final Path HOSTS = Path.of("target", "dns-client-test.hosts").toAbsolutePath();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(RawPeer.class)
            .setBeforeAllCustomizer(() -> {
                moveTo("127.0.0.1");
                // An application that ran in this JVM before may have left it.
                System.clearProperty("vertx.disableDnsResolver");
            })
            .overrideRuntimeConfigKey("test.port", String.valueOf(freePort()))
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.address", "dns://hello.test:${test.port}")
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.transport", "framed")
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.dns-refresh", "50ms")
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.timeout", "10s")
            .overrideRuntimeConfigKey("quarkus.vertx.use-async-dns", "true")
            .overrideRuntimeConfigKey("quarkus.vertx.resolver.hosts-path", HOSTS.toString())
            .overrideRuntimeConfigKey("quarkus.vertx.resolver.host-refresh-period", "1");

    @VoloClient
    HelloService.Blocking hello;

    @ConfigProperty(name = "test.port")
    int port;

    @Test
    void callsGoWhereTheNameIsNowAndConnectionsToWhereItWasAreClosed() throws InterruptedException {
        try (RawPeer one = new RawPeer("127.0.0.1", port, "one"); RawPeer two = new RawPeer("127.0.0.2", port, "two")) {
            assertThat(call()).isEqualTo("Ada, says one");
            moveTo("127.0.0.2");
            assertThat(one.awaitEndOfConnection()).as("the connection that nobody uses is closed").isTrue();
            assertThat(call()).isEqualTo("Ada, says two");
        }
    }

    private String call() {
        return hello.hello(new HelloRequest("Ada")).message();
    }

    /** In one step, so that nobody reads half a file. */
    private static void moveTo(String address) {
        try {
            Path next = Files.writeString(HOSTS.resolveSibling(HOSTS.getFileName() + ".next"), address + " hello.test\n");
            Files.move(next, HOSTS, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
