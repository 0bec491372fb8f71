package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Singleton;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkus.runtime.Startup;
import io.quarkus.test.QuarkusProdModeTest;

class ProductionAddressTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar
                    .addPackage(HelloService.class.getPackage())
                    .addClasses(Caller.class, HelloBean.class))
            .setRuntimeProperties(Map.of("quarkus.volo.server.port", "0", "quarkus.volo.server.host", "localhost"))
            .setRun(true)
            .setExpectExit(true);

    @Test
    void aClientWithoutOneFailsTheStartWithKeyAndInjectionPoint() {
        assertThat(APPLICATION.getExitCode()).isNotZero();
        assertThat(APPLICATION.getStartupConsoleOutput()).contains(
                "quarkus.volo.clients.hello.address: not set (expected: host:port of the peer); client 'hello' is injected at "
                        + "io.quarkiverse.volo.deployment.client.ProductionAddressTest$Caller#hello");
    }

    @Startup
    @Singleton
    public static class Caller {

        @VoloClient
        HelloService hello;
    }
}
