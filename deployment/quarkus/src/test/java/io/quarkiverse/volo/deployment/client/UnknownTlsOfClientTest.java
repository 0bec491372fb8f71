package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class UnknownTlsOfClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of()
            .overrideRuntimeConfigKey("quarkus.tls.mine.trust-all", "true")
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.tls-configuration-name", "ours")
            .overrideRuntimeConfigKey("quarkus.volo.clients.local.address", "unix:/run/hello.sock")
            .overrideRuntimeConfigKey("quarkus.volo.clients.local.tls-configuration-name", "mine")
            .overrideRuntimeConfigKey("quarkus.vertx.prefer-native-transport", "true")
            .assertException(failure -> assertThat(failure).hasMessage("""
                    quarkus.volo.clients.hello.tls-configuration-name: 'ours' (expected: one of mine)
                    quarkus.volo.clients.local.tls-configuration-name: 'mine' (expected: not set, as unix:/run/hello.sock \
                    is a Unix domain socket, which has no TLS)"""));

    @VoloClient
    HelloService hello;

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }
}
