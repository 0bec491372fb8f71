package io.quarkiverse.volo.deployment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.service.Service;
import io.quarkus.test.QuarkusUnitTest;

/** An application that calls itself, over its port and a TTHeader: what goes from hop to hop, on workers. */
class HopsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, Ends.class);

    private static final Predicate<String> SLOW_ENDED = Pattern
            .compile("slow.*: not answered within the \\d+ ms that its caller gave it").asPredicate();

    @VoloClient
    HelloService.BlockingClient hello;

    @Inject
    Bean bean;

    @Inject
    Ends ends;

    @Test
    void metainfoTravelsOverTheWire() {
        Metainfo own = Metainfo.create().setPersistent("P", "all hops").setTransient("T", "one hop");

        assertThat(hello.with(CallOptions.DEFAULT.withMetainfo(own)).hello(new HelloRequest("middle")).message())
                .isEqualTo("middle: all hops one hop, back: all hops null, answered: of back");
        assertThat(own.getDownstream("B")).isEqualTo("of middle");
    }

    @Test
    void aCallEndsWithItsCallersTimeAndItsWorkerWorksOn() throws Exception {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(800));

        assertThatThrownBy(() -> hello.with(options).hello(new HelloRequest("slow")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT));

        await().until(() -> ends.messages.stream().anyMatch(SLOW_ENDED));
        assertThat(bean.finished).isEmpty();
        bean.goOn.add("go on");
        assertThat(bean.finished.poll(10, TimeUnit.SECONDS)).isEqualTo("finished after: go on");
    }

    @Test
    void aCallMadeWhileServingHasTheTimeThatIsLeft() throws Exception {
        CallOptions options = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(800));

        assertThatThrownBy(() -> hello.with(options).hello(new HelloRequest("impatient")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT));

        assertThat(bean.finished.poll(10, TimeUnit.SECONDS)).contains("HelloService.hello",
                "which is what was left for HelloService.hello, the call that is being served");
        bean.silence.add("over");
    }

    @VoloService
    public static class Bean implements HelloService.Blocking {

        final BlockingQueue<String> silence = new LinkedBlockingQueue<>();
        final BlockingQueue<String> goOn = new LinkedBlockingQueue<>();
        final BlockingQueue<String> finished = new LinkedBlockingQueue<>();

        @Inject
        Metainfo metainfo;

        @VoloClient
        HelloService.Blocking hello;

        @Override
        public HelloResponse hello(HelloRequest request) {
            metainfo.setBackward("B", "of " + request.name());
            return new HelloResponse(switch (request.name()) {
                case "middle" -> "middle: " + seen() + ", " + call("back") + ", answered: " + metainfo.getDownstream("B");
                case "slow" -> waitForTheTest();
                case "impatient" -> tell(() -> call("silent"));
                case "silent" -> String.valueOf(waitFor(silence));
                default -> request.name() + ": " + seen();
            });
        }

        private String seen() {
            return metainfo.getPersistent("P") + " " + metainfo.getUpstream("T");
        }

        private String call(String name) {
            return hello.hello(new HelloRequest(name)).message();
        }

        private String waitForTheTest() {
            finished.add("finished after: " + waitFor(goOn));
            return "too late";
        }

        private static @Nullable String waitFor(BlockingQueue<String> queue) {
            try {
                return queue.poll(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return "interrupted";
            }
        }

        private String tell(Supplier<String> call) {
            try {
                finished.add(call.get());
            } catch (VoloException e) {
                finished.add(e.getMessage());
            }
            return "told";
        }
    }

    /** Notes how served calls end. */
    @GlobalLayer(Role.SERVER)
    public static class Ends implements Layer {

        final Queue<String> messages = new ConcurrentLinkedQueue<>();

        @Override
        public <Q, R> Service<Q, R> around(Service<Q, R> next) {
            return (context, request) -> {
                context.onEnd(end -> {
                    if (end.kind() == ErrorKind.TIMEOUT) {
                        messages.add(request + " " + end.failure());
                    }
                });
                return next.call(context, request);
            };
        }
    }
}
