package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.netty.channel.Channel;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.net.NetClientOptions;

@ExtendWith(FailOnBufferLeak.class)
class ConnectorTest {

    @RegisterExtension
    static final AllocationBound BOUND = new AllocationBound();

    private static final ConnectionInitializer NOTHING = (channel, context) -> {
    };

    private final VertxForTests test = new VertxForTests(2);

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    @Test
    void connectsOnTheLoopItIsTold() throws Exception {
        Listener listener = VertxForTests.await(
                Listener.listen(test.vertx, ListenerOptions.plaintext("localhost", 0, null), EchoHandler::install));
        Queue<EventLoop> ofContexts = new ConcurrentLinkedQueue<>();
        Connector connector = connector((channel, context) -> ofContexts.add(context.nettyEventLoop()));
        for (EventLoop loop : test.loops()) {
            Channel channel = connect(connector, Address.of("localhost", listener.port()), loop).get(10, TimeUnit.SECONDS);
            assertThat(channel.eventLoop()).isSameAs(loop);
            assertThat(channel.isActive()).isTrue();
        }
        assertThat(ofContexts).as("the loops of the connections' contexts").containsExactlyElementsOf(test.loops());
    }

    @Test
    void saysThatTheConnectionWasRefused() throws Exception {
        Address address = Address.of("127.0.0.1", unusedPort());
        assertThatThrownBy(() -> connect(connector(NOTHING), address, test.loops().get(0)).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(VoloException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
                    assertThat(failure.isUnprocessed()).isTrue();
                })
                .hasMessageMatching("connect to " + address + " failed after \\d+ ms \\(limit 500 ms\\): connection refused")
                .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void saysThatTheHostIsUnknown() {
        var options = ConnectorOptions.plaintext(null).with(Duration.ofSeconds(8), new NetClientOptions());
        var connector = new Connector(test.vertx, options, NOTHING);
        assertThatThrownBy(
                () -> connect(connector, Address.of("no-such-host.invalid", 1), test.loops().get(0)).get(10, TimeUnit.SECONDS))
                .cause().hasMessageStartingWith("connect to no-such-host.invalid:1 failed after ")
                .hasMessageEndingWith(" (limit 8000 ms): unknown host");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere a full backlog refuses
    void givesUpOnAPeerWhosePacketsAreDropped() throws Exception {
        List<Socket> filling = new ArrayList<>();
        Listener others = VertxForTests.await(Listener.listen(test.vertx,
                ListenerOptions.plaintext("127.0.0.1", 0, null), BOUND.around(EchoHandler::install)));
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fillBacklog(full, filling);
            var options = ConnectorOptions.plaintext(null).with(Duration.ofSeconds(1), new NetClientOptions())
                    .withOpened(BOUND::watch);
            Address address = Address.of("127.0.0.1", full.getLocalPort());
            var connector = new Connector(test.vertx, options, NOTHING);
            CompletableFuture<Channel> failing = connect(connector, address, test.loops().get(0));
            Address other = Address.of("127.0.0.1", others.port());
            assertThat(connect(connector, other, test.loops().get(0)).get(10, TimeUnit.SECONDS).isActive()).isTrue();
            assertThat(failing).as("the outcome for the one whose packets are dropped").isNotDone();
            assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).cause()
                    .isInstanceOfSatisfying(VoloException.class, failure -> assertThat(failure.isUnprocessed()).isTrue())
                    .hasMessageMatching("connect to " + address + " failed after \\d+ ms \\(limit 1000 ms\\): timed out");
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    private static void fillBacklog(ServerSocket server, List<Socket> filling) throws IOException {
        try {
            while (filling.size() < 100) {
                Socket socket = new Socket();
                filling.add(socket);
                socket.connect(server.getLocalSocketAddress(), 200);
            }
        } catch (SocketTimeoutException e) {
            return;
        }
        throw new AssertionError("the backlog of one takes a hundred connections");
    }

    @Test
    void givesUpOnAPeerThatDoesNotAnswerTheTlsHandshake() throws Exception {
        var tls = new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm("");
        var connector = new Connector(test.vertx, ConnectorOptions.plaintext(null).with(Duration.ofMillis(50), tls), NOTHING);
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Address address = Address.of("127.0.0.1", silent.getLocalPort());
            assertThatThrownBy(() -> connect(connector, address, test.loops().get(0)).get(10, TimeUnit.SECONDS))
                    .cause().hasMessageMatching("connect to " + address + " failed after \\d+ ms \\(limit 50 ms\\): timed out");
            assertThat(silent.accept().getInputStream().readAllBytes()).as("the ClientHello, then the end").isNotEmpty();
        }
    }

    @Test
    void failsAndClosesWhenTheConnectionCannotBeInitialized() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Connector connector = connector((channel, context) -> {
                throw new IllegalStateException("on purpose");
            });
            Address address = Address.of("127.0.0.1", server.getLocalPort());
            assertThatThrownBy(() -> connect(connector, address, test.loops().get(0)).get(10, TimeUnit.SECONDS))
                    .cause().hasMessageEndingWith(": on purpose");
            assertThat(server.accept().getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void closesItsConnectionsAndConnectsNoMore() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Address address = Address.of("127.0.0.1", server.getLocalPort());
            Connector connector = connector(NOTHING);
            Channel channel = connect(connector, address, test.loops().get(1)).get(10, TimeUnit.SECONDS);
            VertxForTests.await(connector.close());
            assertThat(channel.closeFuture().await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> connect(connector, address, test.loops().get(1)).get(10, TimeUnit.SECONDS))
                    .cause().isInstanceOf(VoloException.class).hasMessageEndingWith(": Client is closed");
        }
    }

    @Test
    void refusesALoopOfSomebodyElse() {
        var foreign = new DefaultEventLoop();
        assertThatThrownBy(() -> connect(connector(NOTHING), Address.of("localhost", 1), foreign))
                .isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith("(expected: one of the Vert.x instance's)");
        foreign.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    private Connector connector(ConnectionInitializer initializer) {
        return new Connector(test.vertx, ConnectorOptions.plaintext(null), initializer);
    }

    private static CompletableFuture<Channel> connect(Connector connector, Address address, EventLoop loop) {
        var outcome = new CompletableFuture<Channel>();
        connector.connect(address, loop, new ConnectionCallback<Channel>() {
            @Override
            public void connected(Channel channel) {
                told(() -> outcome.complete(channel));
            }

            @Override
            public void failed(VoloException failure) {
                told(() -> outcome.completeExceptionally(failure));
            }

            /** A failed assertion would only be logged here. */
            private void told(Runnable complete) {
                if (loop.inEventLoop()) {
                    complete.run();
                } else {
                    outcome.completeExceptionally(new AssertionError("told on " + Thread.currentThread()));
                }
            }
        });
        return outcome;
    }

    private static int unusedPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
