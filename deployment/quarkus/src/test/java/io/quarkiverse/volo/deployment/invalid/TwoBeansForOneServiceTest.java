package io.quarkiverse.volo.deployment.invalid;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class TwoBeansForOneServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(new Class<?>[] { First.class, Second.class },
            "org.acme.hello.HelloService: served by more than one bean: io.quarkiverse.volo.deployment.invalid.TwoBeansForOneServiceTest$First, io.quarkiverse.volo.deployment.invalid.TwoBeansForOneServiceTest$Second");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @VoloService
    public static class First implements HelloService {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().nullItem();
        }
    }

    @VoloService
    public static class Second implements HelloService.Blocking {

        @Override
        public HelloResponse hello(HelloRequest request) {
            return new HelloResponse(request.name());
        }
    }
}
