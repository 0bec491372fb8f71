package io.quarkiverse.volo.deployment.bean;

import static org.assertj.core.api.Assertions.assertThat;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.RunOnVirtualThread;

class VirtualThreadMethodTest extends ThreadProbe {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, ThreadProbe.class);

    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
    @Test
    void runsOnAVirtualThread() {
        assertThat(servedOn()).isEqualTo("virtual thread in a context of its own");
    }

    @VoloService
    public static class Bean implements HelloService.Blocking {

        @Override
        @RunOnVirtualThread
        public HelloResponse hello(HelloRequest request) {
            return thread();
        }
    }
}
