package io.quarkiverse.volo.deployment.invalid;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class ServiceThatIsAClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Confused.class },
            "io.quarkiverse.volo.deployment.invalid.ServiceThatIsAClientTest$Confused: implements org.acme.hello.HelloService.Client, which is for clients");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @VoloService
    public static class Confused implements HelloService.Client {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().nullItem();
        }

        @Override
        public HelloService.Client with(CallOptions options) {
            return this;
        }
    }
}
