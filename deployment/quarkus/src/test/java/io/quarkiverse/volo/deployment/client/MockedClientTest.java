package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.arc.impl.Mockable;
import io.quarkus.test.QuarkusUnitTest;

/** {@code @InjectMock} works by what a client proxy offers in tests: another instance behind it. */
class MockedClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(Caller.class);

    @VoloClient
    HelloService.Blocking hello;

    @jakarta.inject.Inject
    Caller caller;

    @Test
    void aMockTakesTheClientsPlaceEverywhere() {
        ((Mockable) hello).arc$setMock(new Mock());

        assertThat(caller.hello.hello(new HelloRequest("Ada")).message()).isEqualTo("mocked");
    }

    @Singleton
    public static class Caller {

        @VoloClient
        HelloService.Blocking hello;
    }

    private static final class Mock implements HelloService.Blocking {

        @Override
        public HelloResponse hello(HelloRequest request) {
            return new HelloResponse("mocked");
        }
    }
}
