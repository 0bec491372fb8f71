package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class BadAddressTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of()
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.address", "localhost:1,dns://hello:8888")
            .overrideRuntimeConfigKey("quarkus.volo.clients.noport.address", "dns://hello")
            .overrideRuntimeConfigKey("quarkus.volo.clients.often.dns-refresh", "0s")
            .overrideRuntimeConfigKey("quarkus.volo.clients.other.address", "stork://hello")
            .overrideRuntimeConfigKey("quarkus.volo.clients.\"my.other\".address", "nowhere")
            .overrideRuntimeConfigKey("quarkus.volo.clients.slash.address", "dns:/x")
            .overrideRuntimeConfigKey("quarkus.volo.clients.socket.address", "dns://unix:/x")
            .assertException(failure -> assertThat(failure).hasMessage("""
                    quarkus.volo.clients.hello.address: 'dns://hello:8888': one of several \
                    (expected: dns://host:port alone, or several host:port separated by commas)
                    quarkus.volo.clients."my.other".address: address: 'nowhere' \
                    (expected: host:port, as in 10.0.0.1:8888, hello.example:8888 or [::1]:8888, or unix:/path)
                    quarkus.volo.clients.noport.address: 'dns://hello' \
                    (expected: dns://host:port, as in dns://hello.example:8888)
                    quarkus.volo.clients.often.dns-refresh: PT0S (expected: at least 10 ms)
                    quarkus.volo.clients.other.address: 'stork://hello': stork:// is not supported \
                    (expected: dns://host:port, or host:port or unix:/path, or several of the latter separated by commas)
                    quarkus.volo.clients.slash.address: address: 'dns:/x' \
                    (expected: host:port, as in 10.0.0.1:8888, hello.example:8888 or [::1]:8888, or unix:/path)
                    quarkus.volo.clients.socket.address: 'dns://unix:/x' \
                    (expected: dns://host:port, as in dns://hello.example:8888)"""));

    @VoloClient
    HelloService hello;

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }
}
