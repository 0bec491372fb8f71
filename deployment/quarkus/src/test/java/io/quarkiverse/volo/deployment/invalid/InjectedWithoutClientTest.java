package io.quarkiverse.volo.deployment.invalid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;

class InjectedWithoutClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Caller.class },
            "io.quarkiverse.volo.deployment.invalid.InjectedWithoutClientTest$Caller#hello: no bean of the application is a org.acme.hello.HelloService",
            "@VoloClient org.acme.hello.HelloService");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @ApplicationScoped
    public static class Caller {

        @Inject
        HelloService hello;
    }
}
