package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

class ServerDisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.enabled", "false");

    @VoloClient
    HelloService.Blocking hello;

    @Inject
    ValueRegistry values;

    @Test
    void listensNowhere() {
        assertThat(values.containsKey(RuntimeKey.intKey("quarkus.volo.server.port"))).isFalse();
    }

    @Test
    void aClientWithoutAnAddressIsToldWhatIsMissing() {
        assertThatThrownBy(() -> hello.hello(new HelloRequest("Ada"))).hasMessageContaining(
                "quarkus.volo.clients.hello.address: not set, and the application serves nothing itself"
                        + " (expected: host:port of the peer)");
    }
}
