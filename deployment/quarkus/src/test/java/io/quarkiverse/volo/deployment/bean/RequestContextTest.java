package io.quarkiverse.volo.deployment.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class RequestContextTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, Middle.class, Counter.class);

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void eachCallHasARequestScopeOfItsOwnThatEndsWithIt() {
        int destroyed = Counter.DESTROYED.get();

        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("1 2");
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("1 2");

        assertThat(Counter.DESTROYED.get() - destroyed).isEqualTo(2);
    }

    @VoloService
    public static class Bean implements HelloService.Blocking {

        @Inject
        Middle middle;

        @Override
        public HelloResponse hello(HelloRequest request) {
            return new HelloResponse(middle.counter().next() + " " + middle.counter().next());
        }
    }

    @ApplicationScoped
    public static class Middle {

        @Inject
        Counter counter;

        Counter counter() {
            return counter;
        }
    }

    @RequestScoped
    public static class Counter {

        static final AtomicInteger DESTROYED = new AtomicInteger();

        private int count;

        int next() {
            return ++count;
        }

        @PreDestroy
        void destroyed() {
            DESTROYED.incrementAndGet();
        }
    }
}
