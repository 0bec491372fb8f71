package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class PreferredBeanTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(HelloBean.class, Substitute.class);

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void anAlternativeServesInsteadOfTheBean() {
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("substitute");
    }

    @VoloService
    @Alternative
    @Priority(1)
    public static class Substitute implements HelloService.Blocking {

        @Override
        public HelloResponse hello(HelloRequest request) {
            return new HelloResponse("substitute");
        }
    }
}
