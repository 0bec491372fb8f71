package io.quarkiverse.volo.deployment.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import jakarta.inject.Inject;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.VoloClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;

/** The test of the application that {@link ContinuousTestingTest} develops; not run by itself. */
@QuarkusTest
public class WhereET {

    @VoloClient
    HelloService.Blocking hello;

    @Inject
    ValueRegistry values;

    @Test
    void callsTheServerOfTheTest() {
        assertEquals("Hello Eve in TEST", hello.hello(new HelloRequest("Eve")).message());

        System.setProperty("volo.test.port", values.get(RuntimeKey.intKey("quarkus.volo.server.port")).toString());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Boolean.getBoolean("volo.test.looked-at"));
    }
}
