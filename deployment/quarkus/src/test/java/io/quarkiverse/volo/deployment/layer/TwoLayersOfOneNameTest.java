package io.quarkiverse.volo.deployment.layer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

class TwoLayersOfOneNameTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { One.class, Two.class },
            "@Identifier(\"audit\"): the name of 2 layers (expected: of one): "
                    + "io.quarkiverse.volo.deployment.layer.TwoLayersOfOneNameTest$One, "
                    + "io.quarkiverse.volo.deployment.layer.TwoLayersOfOneNameTest$Two");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @Identifier("audit")
    public static class One implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return next;
        }
    }

    @Identifier("audit")
    public static class Two extends One {
    }
}
