package io.quarkiverse.volo.deployment.layer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;

class GlobalLayerOfOtherTypeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Stranger.class },
            "io.quarkiverse.volo.deployment.layer.GlobalLayerOfOtherTypeTest$Stranger: @GlobalLayer on a class that is no layer"
                    + " (expected: implements io.quarkiverse.volo.service.Layer)");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @GlobalLayer(Role.SERVER)
    public static class Stranger {
    }
}
