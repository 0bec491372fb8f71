package io.quarkiverse.volo.deployment.bean;

import static org.assertj.core.api.Assertions.assertThat;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class AlwaysRequestContextTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(RequestScopeProbe.class)
            .overrideConfigKey("quarkus.volo.request-context", "always");

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void aRequestScopeCanBeAskedForAlways() {
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("active: true");
    }
}
