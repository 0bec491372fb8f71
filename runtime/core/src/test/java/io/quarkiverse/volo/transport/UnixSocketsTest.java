package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;

class UnixSocketsTest {

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setPreferNativeTransport(true));
    private final List<Address> callers = new CopyOnWriteArrayList<>();
    private Path file;

    @BeforeEach
    void onlyWhereThereAreSome() {
        file = directory.resolve("hello.sock");
        assumeThat(UnixSockets.areSupported(vertx)).as("the native transport of the tests is there on Linux x86_64 only")
                .isTrue();
    }

    @AfterEach
    void closeVertx() throws Exception {
        VertxForTests.await(vertx.close());
    }

    private Address address() {
        return Address.ofUnixSocket(file.toString());
    }

    private Listener listen(Vertx on) throws Exception {
        return VertxForTests.await(
                Listener.listen(on, ListenerOptions.unixSocket(address(), null), (channel, context) -> {
                    callers.add(PeerAddress.of(channel));
                    EchoHandler.install(channel, context);
                }));
    }

    private Listener listen() throws Exception {
        return listen(vertx);
    }

    private String echo(String text) throws IOException {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer reply = ByteBuffer.allocate(text.length());
            while (reply.hasRemaining() && client.read(reply) >= 0) {
                // more is to come
            }
            return new String(reply.array(), StandardCharsets.US_ASCII);
        }
    }

    private static CompletableFuture<Channel> connect(Vertx vertx, Address address) {
        var connected = new CompletableFuture<Channel>();
        EventLoop loop = ((VertxInternal) vertx).getEventLoopGroup().next();
        new Connector(vertx, ConnectorOptions.plaintext(null), (channel, context) -> {
        }).connect(address, loop, new ConnectionCallback<>() {
            @Override
            public void connected(Channel channel) {
                connected.complete(channel);
            }

            @Override
            public void failed(VoloException failure) {
                connected.completeExceptionally(failure);
            }
        });
        return connected.orTimeout(10, TimeUnit.SECONDS);
    }

    @Test
    void oneIsServedOnAllEventLoopsAndItsFileIsRemovedAtTheEnd() throws Exception {
        Listener listener = listen();
        for (int i = 0; i < 4; i++) {
            assertThat(echo("hello " + i)).isEqualTo("hello " + i);
        }
        assertThat(callers).hasSize(4).containsOnly(address());
        VertxForTests.await(listener.close());
        assertThat(file).doesNotExist();
    }

    @Test
    void aConnectorDialsIt() throws Exception {
        listen();
        Channel channel = connect(vertx, address()).get();
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    void whereNobodyListensTheFailureNamesThePath() throws Exception {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file)).close();
        assertThatThrownBy(() -> connect(vertx, address()).get()).cause()
                .isInstanceOfSatisfying(VoloException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECT);
                    assertThat(failure.isUnprocessed()).isTrue();
                })
                .hasMessageStartingWith("connect to unix:" + file + " failed after ")
                .hasMessageEndingWith("connection refused");
    }

    @Test
    void theFileOfAProcessThatIsGoneIsReplaced() throws Exception {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file)).close();
        assertThat(file).exists();
        listen();
        assertThat(echo("hi")).isEqualTo("hi");
    }

    @Test
    void oneThatSomebodyListensOnIsLeftToHim() throws Exception {
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(file), 1)) {
            assertThatThrownBy(this::listen).cause()
                    .isInstanceOfSatisfying(VoloException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
                    .hasMessage("cannot listen on unix:" + file + ": address already in use");
            assertThat(file).exists();
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void aFileThatIsNoSocketIsLeftAlone() throws Exception {
        Files.writeString(file, "precious");
        assertThatThrownBy(this::listen).cause()
                .hasMessage("cannot listen on unix:" + file + ": the file exists and is no socket");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aDirectoryThatIsMissingIsTold() {
        file = directory.resolve("missing/hello.sock");
        assertThatThrownBy(this::listen).cause().hasMessageStartingWith("cannot listen on unix:" + file + ": ")
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void withoutANativeTransportThereAreNone() throws Exception {
        try (var test = new VertxForTests(1)) {
            assertThat(UnixSockets.areSupported(test.vertx)).isFalse();
            assertThatThrownBy(() -> listen(test.vertx)).cause().isInstanceOf(VoloException.class)
                    .hasMessage("cannot listen on unix:" + file
                            + ": there is no native transport, which Unix domain sockets take");
            assertThatThrownBy(() -> connect(test.vertx, address()).get()).cause().isInstanceOf(VoloException.class)
                    .hasMessageContaining("preferNativeTransport");
        }
    }
}
