package io.quarkiverse.volo.deployment.invalid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;

class ServiceWithoutGeneratedInterfaceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Lonely.class },
            "io.quarkiverse.volo.deployment.invalid.ServiceWithoutGeneratedInterfaceTest$Lonely: @VoloService on a class that implements no generated service interface");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @VoloService
    public static class Lonely {
    }
}
