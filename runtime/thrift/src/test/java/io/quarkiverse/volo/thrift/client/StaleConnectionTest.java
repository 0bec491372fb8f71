package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static io.quarkiverse.volo.thrift.testing.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** A peer closes an unused connection at the very moment at which the next call comes, before the event loop has seen it. */
@ExtendWith(FailOnBufferLeak.class)
class StaleConnectionTest {

    private static final byte[] OK = hex("0000001a 80010002 00000004 6563686f 00000001 0b0000 00000002 6f6b 00");
    private static final int NUMBER_AT = 4 + 4 + 4 + 4 + 3;
    private static final int REQUEST_SIZE = 4 + 4 + 4 + 4 + 4 + 3 + 4 + 2 + 1;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final EventLoop loop = ((VertxInternal) vertx).getEventLoopGroup().next();
    private final ContextInternal context = ((VertxInternal) vertx).createEventLoopContext(loop, null, null);
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private volatile Socket last;
    private ThriftClient client;

    StaleConnectionTest() throws IOException {
        Thread thread = new Thread(this::serve, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection after the other, one call after the other. */
    private void serve() {
        try {
            while (true) {
                last = peer.accept();
                connections.incrementAndGet();
                answer(last);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void answer(Socket socket) throws IOException {
        try {
            for (byte number = 1; socket.getInputStream().readNBytes(REQUEST_SIZE).length == REQUEST_SIZE; number++) {
                byte[] reply = OK.clone();
                reply[NUMBER_AT] = number;
                socket.getOutputStream().write(reply);
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    @AfterEach
    void stopAll() throws IOException {
        done(client.close());
        peer.close();
        done(vertx.close());
    }

    private ClientMethod<String, String> echo(Duration probeAfter) {
        Address address = Address.of("127.0.0.1", peer.getLocalPort());
        client = new ThriftClient(vertx, new CallLoops(vertx),
                ClientOptions.of("echo", FixedDiscovery.of(address)).withTimeout(Duration.ofSeconds(5), ""),
                ThriftClientOptions.DEFAULT.withTransport(ThriftTransport.FRAMED),
                ConnectorOptions.plaintext(null), PoolOptions.DEFAULT.withProbeAfter(probeAfter));
        return client.method(Echo.ECHO);
    }

    /** @param before run on the event loop just before the call */
    private CompletableFuture<String> call(ClientMethod<String, String> echo, Runnable before) {
        CompletableFuture<String> reply = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            before.run();
            echo.call(CallOptions.DEFAULT, "hi").subscribe().with(reply::complete, reply::completeExceptionally);
        });
        return reply.orTimeout(10, TimeUnit.SECONDS);
    }

    private void closeTheConnection() {
        try {
            last.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aConnectionThatWasUnusedForAWhileIsLookedAtFirst() throws Exception {
        ClientMethod<String, String> echo = echo(Duration.ZERO);
        call(echo, () -> {
        }).get();

        assertThat(call(echo, this::closeTheConnection).get()).isEqualTo("ok");
        assertThat(connections).hasValue(2);
    }

    @Test
    void aLiveConnectionThatWasUnusedForAWhileServesAgain() throws Exception {
        ClientMethod<String, String> echo = echo(Duration.ZERO);

        for (int i = 0; i < 3; i++) {
            assertThat(call(echo, () -> {
            }).get()).isEqualTo("ok");
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void aConnectionThatWasUsedJustNowIsTrusted() throws Exception {
        ClientMethod<String, String> echo = echo(Duration.ofHours(1));
        call(echo, () -> {
        }).get();

        assertThatThrownBy(() -> call(echo, this::closeTheConnection).get()).cause()
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONNECTION_CLOSED));
        assertThat(connections).hasValue(1);
    }
}
