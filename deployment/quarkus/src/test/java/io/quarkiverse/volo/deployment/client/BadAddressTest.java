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
            .overrideRuntimeConfigKey("quarkus.volo.clients.\"my.other\".address", "nowhere")
            .assertException(failure -> assertThat(failure).hasMessage("""
                    quarkus.volo.clients.hello.address: 'dns://hello:8888': dns:// is not supported yet \
                    (expected: host:port, or several of them separated by commas)
                    quarkus.volo.clients."my.other".address: address: 'nowhere' \
                    (expected: host:port, as in 10.0.0.1:8888, hello.example:8888 or [::1]:8888)"""));

    @VoloClient
    HelloService hello;

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }
}
