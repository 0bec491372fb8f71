package io.quarkiverse.volo.deployment.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class UnknownServerLayerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.layers", "quota")
            .assertException(failure -> assertThat(failure).hasMessage("quarkus.volo.server.layers: 'quota' (expected: the "
                    + "@Identifier of a bean that implements io.quarkiverse.volo.service.Layer, of which there are none)"));

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }
}
