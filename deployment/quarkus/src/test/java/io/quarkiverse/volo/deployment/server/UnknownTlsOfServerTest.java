package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class UnknownTlsOfServerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class)
            .overrideRuntimeConfigKey("quarkus.tls.mine.trust-all", "true")
            .overrideRuntimeConfigKey("quarkus.tls.theirs.trust-all", "true")
            .overrideRuntimeConfigKey("quarkus.volo.server.tls-configuration-name", "ours")
            .assertException(failure -> assertThat(failure).hasMessage(
                    "quarkus.volo.server.tls-configuration-name: 'ours' (expected: one of mine, theirs)"));

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }
}
