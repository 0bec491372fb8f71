package io.quarkiverse.volo.deployment.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Context;

class BlockingGenericServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Anything.class);

    @VoloClient("hello")
    GenericClient generic;

    @Test
    void answersEveryMethodOnAWorker() {
        assertThat(generic.await("HelloService", "hello", Map.of("request", Map.of("name", "Ada"))))
                .isEqualTo(Map.of("message", "{request=HelloRequest[name=Ada]} on a worker"));
    }

    @VoloService(HelloService.class)
    public static class Anything implements GenericService.Blocking {

        @Override
        public Object call(MethodDescriptor method, Map<String, Object> arguments) {
            String thread = Context.isOnEventLoopThread() ? "an event loop" : "a worker";
            return Map.of("message", Map.copyOf(arguments) + " on " + thread);
        }
    }
}
