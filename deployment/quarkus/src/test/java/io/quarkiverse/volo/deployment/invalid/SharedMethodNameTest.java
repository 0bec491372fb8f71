package io.quarkiverse.volo.deployment.invalid;

import java.util.Map;

import org.acme.store.Health;
import org.acme.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class SharedMethodNameTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { Both.class },
            "method 'ping': in the services Health, Store (expected: in one, or one of these services as"
                    + " quarkus.volo.server.default-service: a request without a TTHeader does not say whose it means)")
            .withApplicationRoot(jar -> jar.addPackage(Store.class.getPackage()).addClasses(Both.class));

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @VoloService({ Health.class, Store.class })
    public static class Both implements GenericService {

        @Override
        public Uni<Object> call(MethodDescriptor method, Map<String, Object> arguments) {
            return Uni.createFrom().nullItem();
        }
    }
}
