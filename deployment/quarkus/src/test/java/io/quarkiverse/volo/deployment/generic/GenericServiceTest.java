package io.quarkiverse.volo.deployment.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

class GenericServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Anything.class);

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void answersEveryMethodOnTheEventLoop() {
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("hello of Ada on an event loop");
    }

    @Test
    void anAnswerThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> hello.hello(new HelloRequest("nobody"))).isInstanceOf(ThriftException.class);
    }

    @VoloService(HelloService.class)
    public static class Anything implements GenericService {

        @Override
        public Uni<Object> call(MethodDescriptor method, Map<String, Object> arguments) {
            Object name = ((Map<?, ?>) arguments.get("request")).get("name");
            if (name.equals("nobody")) {
                return Uni.createFrom().item(Map.of("mesage", "misspelt"));
            }
            String thread = Context.isOnEventLoopThread() ? "an event loop" : "a worker";
            return Uni.createFrom().item(Map.of("message", method.name() + " of " + name + " on " + thread));
        }
    }
}
