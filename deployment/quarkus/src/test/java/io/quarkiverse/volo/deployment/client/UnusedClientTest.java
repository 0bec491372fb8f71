package io.quarkiverse.volo.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class UnusedClientTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(HelloBean.class)
            .overrideRuntimeConfigKey("quarkus.volo.clients.helo.address", "localhost:1")
            .overrideRuntimeConfigKey("quarkus.volo.clients.other.timeout", "2s")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.volo"))
            .assertLogRecords(records -> assertThat(records).singleElement()
                    .satisfies(record -> assertThat(String.format(record.getMessage(), record.getParameters())).isEqualTo(
                            "quarkus.volo.clients: helo, other configured, but injected nowhere (known clients: hello)")));

    @VoloClient
    HelloService hello;

    @Test
    void isWarnedOfOnceWithTheKnownNames() {
        assertThat(hello).isNotNull();
    }
}
