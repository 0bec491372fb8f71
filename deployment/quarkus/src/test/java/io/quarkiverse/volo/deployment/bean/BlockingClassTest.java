package io.quarkiverse.volo.deployment.bean;

import static org.assertj.core.api.Assertions.assertThat;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

class BlockingClassTest extends ThreadProbe {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, ThreadProbe.class);

    @Test
    void runsOnAWorker() {
        assertThat(servedOn()).isEqualTo("worker in a context of its own");
    }

    @VoloService
    @Blocking
    public static class Bean implements HelloService {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().item(thread());
        }
    }
}
