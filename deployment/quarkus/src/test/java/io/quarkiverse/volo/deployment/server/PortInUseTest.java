package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class PortInUseTest {

    private static final ServerSocket OTHER = listen();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.test-port", String.valueOf(OTHER.getLocalPort()))
            .assertException(failure -> assertThat(failure).hasMessageStartingWith("quarkus.volo.server.test-port: "
                    + OTHER.getLocalPort() + " (expected: a free port): cannot listen on localhost:" + OTHER.getLocalPort()));

    @AfterAll
    static void close() throws IOException {
        OTHER.close();
    }

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 1, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
