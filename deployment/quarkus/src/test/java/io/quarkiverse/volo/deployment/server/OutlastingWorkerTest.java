package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.VoloServerStarted;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.test.QuarkusUnitTest;

/** A worker is not interrupted when its caller has gone, and has what it needs until it has finished. */
class OutlastingWorkerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.of(Bean.class, Counter.class, Ends.class, Port.class)
            .overrideRuntimeConfigKey("quarkus.volo.server.max-in-flight", "1");

    @Inject
    Bean bean;

    @Inject
    Ends ends;

    @Inject
    Port port;

    @Test
    void itsCallIsInFlightUntilItHasFinished() throws Exception {
        try (RawConnection connection = new RawConnection(port.value)) {
            connection.send("hello", "Ada");
            assertThat(bean.events.poll(10, TimeUnit.SECONDS)).isEqualTo("begun 1");
        }
        await().until(() -> ends.count.get() == 1);
        assertThat(callByAnother()).isEqualTo(
                "error: HelloService.hello: 1 calls are under way already (key: quarkus.volo.server.max-in-flight)");
        assertThat(Counter.DESTROYED).as("its request scope").hasValue(0);

        bean.goOn.add("go on");

        assertThat(bean.events.poll(10, TimeUnit.SECONDS)).isEqualTo("finished 2");
        await().until(() -> Counter.DESTROYED.get() == 1);
        bean.goOn.add("go on");
        await().untilAsserted(() -> assertThat(callByAnother()).isEqualTo("Hello Ben"));
    }

    private String callByAnother() throws IOException {
        try (RawConnection connection = new RawConnection(port.value)) {
            return connection.call("hello", "Ben");
        }
    }

    @VoloService
    public static class Bean implements HelloService.Blocking {

        final BlockingQueue<String> goOn = new LinkedBlockingQueue<>();
        final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Inject
        Counter counter;

        @Override
        public HelloResponse hello(HelloRequest request) {
            events.add("begun " + counter.next());
            try {
                goOn.poll(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                events.add("interrupted");
            }
            events.add("finished " + counter.next());
            return new HelloResponse("Hello " + request.name());
        }
    }

    /** Counts the calls that have ended, as their callers see it. */
    @GlobalLayer(Role.SERVER)
    public static class Ends implements Layer {

        final AtomicInteger count = new AtomicInteger();

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                context.onEnd(end -> count.incrementAndGet());
                return next.call(context, request);
            };
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

    @Singleton
    public static class Port {

        int value;

        void started(@Observes VoloServerStarted event) {
            value = event.port();
        }
    }
}
