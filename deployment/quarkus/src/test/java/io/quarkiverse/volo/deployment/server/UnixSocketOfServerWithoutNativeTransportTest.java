package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class UnixSocketOfServerWithoutNativeTransportTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.unix-socket", "/tmp/volo-none.sock")
            .assertException(
                    failure -> assertThat(failure).hasMessage("quarkus.volo.server.unix-socket: unix:/tmp/volo-none.sock"
                            + ": a Unix domain socket takes a native transport (expected: quarkus.vertx.prefer-native-transport=true,"
                            + " and on the class path io.netty:netty-transport-native-epoll on Linux or"
                            + " io.netty:netty-transport-native-kqueue on macOS, with the classifier of the platform)"));

    @Test
    void failsTheStart() {
        throw new AssertionError("the start did not fail");
    }
}
