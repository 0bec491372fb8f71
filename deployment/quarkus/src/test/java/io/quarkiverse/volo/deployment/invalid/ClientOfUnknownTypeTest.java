package io.quarkiverse.volo.deployment.invalid;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;

class ClientOfUnknownTypeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Caller.class },
            "io.quarkiverse.volo.deployment.invalid.ClientOfUnknownTypeTest$Caller#hello: @VoloClient on java.lang.Runnable (expected: a generated service interface");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @ApplicationScoped
    public static class Caller {

        @VoloClient
        Runnable hello;
    }
}
