package io.quarkiverse.volo.deployment.invalid;

import jakarta.enterprise.context.RequestScoped;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class UnsupportedScopeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Shortlived.class },
            "io.quarkiverse.volo.deployment.invalid.UnsupportedScopeTest$Shortlived: scope @RequestScoped on a @VoloService (expected: @Singleton or @ApplicationScoped)");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @VoloService
    @RequestScoped
    public static class Shortlived implements HelloService {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().nullItem();
        }
    }
}
