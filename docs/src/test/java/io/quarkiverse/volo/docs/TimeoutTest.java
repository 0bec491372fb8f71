package io.quarkiverse.volo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.netty.channel.DefaultEventLoop;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.context.Role;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.context.RpcMethod;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.service.Service;
import io.smallrye.mutiny.Uni;

/** The layer that docs/layers.md shows: it works, is short, and is what the page shows. */
class TimeoutTest {

    private static final int MOST_LINES = 10;

    @Test
    void aReplyPasses() {
        assertThat(call((context, request) -> Uni.createFrom().item(request + "!"))).isEqualTo("hello!");
    }

    @Test
    void aCallWithoutReplyFailsAndIsCancelled() {
        AtomicBoolean cancelled = new AtomicBoolean();

        assertThatThrownBy(() -> call((context, request) -> Uni.createFrom().<String> nothing()
                .onCancellation().invoke(() -> cancelled.set(true))))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT))
                .hasMessage("Greeter.greet: no reply within 300 ms");
        assertThat(cancelled).isTrue();
    }

    @Test
    void itTakesTenLinesAtMost() throws IOException {
        assertThat(layer().lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void thePageShowsIt() throws IOException {
        assertThat(Pages.read("docs/layers.md")).contains("```java\n" + layer() + "```\n");
    }

    /** The source from the class on: imports are the editor's business. */
    private static String layer() throws IOException {
        String source = Pages.read("docs/src/test/java/io/quarkiverse/volo/docs/Timeout.java");
        return source.substring(source.indexOf("@GlobalLayer"));
    }

    private static String call(Service<String, String> next) {
        RpcContext context = new RpcContext(Role.CLIENT, new Method("Greeter", "greet", CallKind.UNARY),
                new DefaultEventLoop());
        return new Timeout().around(next).call(context, "hello").await().atMost(Duration.ofSeconds(10));
    }

    private record Method(String service, String name, CallKind kind) implements RpcMethod {
    }
}
