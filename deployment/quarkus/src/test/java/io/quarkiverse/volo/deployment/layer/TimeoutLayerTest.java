package io.quarkiverse.volo.deployment.layer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A layer of one's own takes a few lines: this one gives up on a slow bean. */
class TimeoutLayerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Timeout.class, Slow.class);

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void aLayerOfTenLinesEndsASlowCall() {
        assertThatThrownBy(() -> hello.hello(new HelloRequest("Ada")))
                .isInstanceOf(ThriftException.class)
                .hasMessageContaining("TimeoutException");
    }

    @GlobalLayer(Role.SERVER)
    public static class Timeout implements Layer {

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> next.call(context, request).ifNoItem().after(Duration.ofMillis(50)).fail();
        }
    }

    @VoloService
    public static class Slow implements HelloService {

        @Override
        public Uni<HelloResponse> hello(HelloRequest request) {
            return Uni.createFrom().nothing();
        }
    }
}
