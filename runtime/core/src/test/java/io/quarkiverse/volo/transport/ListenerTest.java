package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.impl.ContextInternal;

@ExtendWith(FailOnBufferLeak.class)
class ListenerTest {

    private final VertxForTests test = new VertxForTests(2);
    private final Map<EventLoop, Integer> accepted = new ConcurrentHashMap<>();

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    @Test
    void servesOnePortOnAllEventLoops() throws Exception {
        Listener listener = listen(0);
        assertThat(listener.port()).isBetween(1, 65_535);
        for (int i = 0; i < 8; i++) {
            try (var client = new TestClient(listener.port())) {
                assertThat(client.echoes("hello " + i)).isTrue();
            }
        }
        assertThat(accepted).containsOnlyKeys(test.loops()).values().allMatch(count -> count == 4);
    }

    @Test
    void givesEachListenerItsOwnFreePort() throws Exception {
        Listener one = listen(0);
        Listener two = listen(0);
        assertThat(one.port()).isNotEqualTo(two.port());
        VertxForTests.await(one.close());
        try (var client = new TestClient(two.port())) {
            assertThat(client.echoes("still here")).isTrue();
        }
    }

    @Test
    void initializesOnTheConnectionsLoopAndContextWithoutDelay() throws Exception {
        ClassLoader classLoader = new ClassLoader(getClass().getClassLoader()) {
        };
        var checked = new CompletableFuture<Boolean>();
        Listener listener = VertxForTests.await(Listener.listen(test.vertx,
                ListenerOptions.plaintext("localhost", 0, classLoader), (channel, context) -> checked.complete(
                        channel.eventLoop().inEventLoop() && context.nettyEventLoop() == channel.eventLoop()
                                && ContextInternal.current() == context && context.classLoader() == classLoader
                                && channel.config().getOption(ChannelOption.TCP_NODELAY))));
        try (var client = new TestClient(listener.port())) {
            assertThat(checked.get(VertxForTests.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refusesAPortInUseAndNamesIt() throws Exception {
        int port = listen(0).port();
        assertThatThrownBy(() -> listen(port)).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(VoloException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
                .hasMessage("cannot listen on localhost:" + port + ": address already in use")
                .hasCauseInstanceOf(BindException.class);
    }

    @Test
    void refusesAHostThatIsNotItsOwn() {
        assertThatThrownBy(() -> VertxForTests.await(
                Listener.listen(test.vertx, ListenerOptions.plaintext("no-such-host.invalid", 1, null), this::echo)))
                .cause().hasMessageStartingWith("cannot listen on no-such-host.invalid:1: unknown host");
    }

    @Test
    void bindsAPortAgainAfterItWasClosed() throws Exception {
        Listener first = listen(0);
        int port = first.port();
        VertxForTests.await(first.close());
        Listener second = listen(port);
        assertThat(second.port()).isEqualTo(port);
    }

    @Test
    void stopsAcceptingWhileOpenConnectionsAreServed() throws Exception {
        Listener listener = listen(0);
        int port = listener.port();
        try (var one = new TestClient(port); var two = new TestClient(port)) {
            assertThat(one.echoes("a") && two.echoes("b")).isTrue();
            VertxForTests.await(listener.stopAccepting());
            VertxForTests.await(listener.stopAccepting());
            assertThatThrownBy(() -> new TestClient(port)).isInstanceOf(ConnectException.class);
            assertThat(one.echoes("c") && two.echoes("d")).isTrue();

            VertxForTests.await(listener.close());
            VertxForTests.await(listener.close());
            assertThat(one.readAll() + two.readAll()).isEmpty();
        }
    }

    @Test
    void goesOnAcceptingAfterAcceptingFailed() throws Exception {
        var listening = new CompletableFuture<Channel>();
        Listener listener = VertxForTests
                .await(Listener.listen(test.vertx, ListenerOptions.plaintext("localhost", 0, null), (channel, context) -> {
                    listening.complete(channel.parent());
                    EchoHandler.install(channel, context);
                }));
        try (var before = new TestClient(listener.port())) {
            assertThat(before.echoes("before")).isTrue();
            // As Netty does when accept() fails; it pauses for a second then.
            listening.get().pipeline().fireExceptionCaught(new IOException("Too many open files"));
            try (var after = new TestClient(listener.port())) {
                assertThat(after.echoes("after") && before.echoes("still")).isTrue();
            }
        }
    }

    @Test
    void closesOnlyTheConnectionThatCannotBeInitialized() throws Exception {
        var first = new AtomicBoolean(true);
        Listener listener = VertxForTests
                .await(Listener.listen(test.vertx, ListenerOptions.plaintext("localhost", 0, null), (channel, context) -> {
                    if (first.getAndSet(false)) {
                        throw new IllegalStateException("on purpose");
                    }
                    EchoHandler.install(channel, context);
                }));
        try (var failed = new TestClient(listener.port())) {
            assertThat(failed.readAll()).isEmpty();
        }
        try (var served = new TestClient(listener.port())) {
            assertThat(served.echoes("fine")).isTrue();
        }
    }

    @Test
    void closesWithVertx() throws Exception {
        int port = listen(0).port();
        test.close();
        assertThatThrownBy(() -> new TestClient(port)).isInstanceOf(ConnectException.class);
    }

    private Listener listen(int port) throws Exception {
        return VertxForTests
                .await(Listener.listen(test.vertx, ListenerOptions.plaintext("localhost", port, null), this::echo));
    }

    private void echo(Channel channel, ContextInternal context) {
        accepted.merge(channel.eventLoop(), 1, Integer::sum);
        EchoHandler.install(channel, context);
    }
}
