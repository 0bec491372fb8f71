package io.quarkiverse.volo.deployment.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

class UnknownLayerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(Audit.class, Quota.class)
            .overrideRuntimeConfigKey("quarkus.volo.clients.hello.layers", "quota,adit")
            .overrideRuntimeConfigKey("quarkus.volo.clients.\"my.other\".layers", "cache")
            .assertException(failure -> assertThat(failure).hasMessage("""
                    quarkus.volo.clients.hello.layers: 'adit' (expected: among audit, quota, \
                    each the @Identifier of a bean that implements io.quarkiverse.volo.service.Layer)
                    quarkus.volo.clients."my.other".layers: 'cache' (expected: among audit, quota, \
                    each the @Identifier of a bean that implements io.quarkiverse.volo.service.Layer)"""));

    @Test
    void failsTheStartAndListsTheKnownOnes() {
        throw new AssertionError("the start did not fail");
    }

    @Identifier("audit")
    public static class Audit implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return next;
        }
    }

    @Identifier("quota")
    public static class Quota extends Audit {
    }
}
