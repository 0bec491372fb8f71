package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Calls over sockets whose requests cannot have reached a peer: they are made again. */
@ExtendWith(FailOnBufferLeak.class)
class RepeatedCallTest {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final List<Channel> opened = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final EchoServer server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT, (context, text) -> {
        requests.incrementAndGet();
        return text.equals("wait") ? Uni.createFrom().nothing() : Uni.createFrom().item(text);
    });
    private final List<ThriftClient> clients = new ArrayList<>();

    @AfterEach
    void stopAll() {
        clients.forEach(client -> done(client.close()));
        server.close();
        done(vertx.close());
    }

    /** Where nobody listens. */
    private static Address refusing() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Address.of("127.0.0.1", free.getLocalPort());
        }
    }

    private ClientMethod<String, String> echo(PoolOptions pool, Address... addresses) {
        ThriftClient client = new ThriftClient(vertx, new CallLoops(vertx),
                ClientOptions.of("echo", new FixedDiscovery(List.of(addresses))).withTimeout(Duration.ofSeconds(5), ""),
                ThriftClientOptions.DEFAULT, ConnectorOptions.plaintext(null).withOpened(opened::add), pool);
        clients.add(client);
        return client.method(Echo.ECHO);
    }

    private ClientMethod<String, String> echo(Address... addresses) {
        return echo(PoolOptions.DEFAULT, addresses);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void withOneAddressThatServesEveryCallSucceeds() throws IOException {
        ClientMethod<String, String> echo = echo(refusing(), server.address(), refusing());
        for (int i = 0; i < 30; i++) {
            assertThat(await(echo.call(CallOptions.DEFAULT, "call " + i))).isEqualTo("call " + i);
        }
        assertThat(requests).hasValue(30);
    }

    @Test
    void withTwoThatRefuseTheErrorNamesBoth() throws IOException {
        Address one = refusing();
        Address other = refusing();
        assertThatThrownBy(() -> await(echo(one, other).call(CallOptions.DEFAULT, "hi")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONNECT))
                .hasMessageMatching(
                        "Echo\\.echo to " + other + ": connect to " + other + " failed after \\d+ ms \\(limit 500 ms\\): "
                                + "connection refused \\(2 attempts, at " + one + ", " + other + "\\)");
    }

    @Test
    void aCallThatIsARetryAlreadyFails() throws IOException {
        Metainfo retry = Metainfo.create().setPersistent(CallMetainfo.RETRY_KEY, "1");
        ClientMethod<String, String> echo = echo(refusing(), server.address());
        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withMetainfo(retry), "hi")))
                .hasMessageEndingWith("connection refused");
        assertThat(requests).hasValue(0);
    }

    @Test
    void aCallToAFixedAddressGoesToNoOther() throws IOException {
        ClientMethod<String, String> echo = echo(server.address());
        Address fixed = refusing();
        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withAddress(fixed), "hi")))
                .hasMessageStartingWith("Echo.echo to " + fixed).hasMessageEndingWith("connection refused");
        assertThat(requests).hasValue(0);
    }

    @Test
    void oneAttemptAfterTheOtherIsBoundedByTheCallsTime() throws IOException {
        ClientMethod<String, String> echo = echo(refusing(), server.address());
        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)), "wait")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT))
                .hasMessageStartingWith("Echo.echo to " + server.address() + ": no reply within 2000 ms (attempt 2, ");
    }

    /** The one connection lives on the first loop; it dies just when a call of the second loop takes it. */
    @Test
    void aConnectionThatDiedOnAnotherEventLoopIsReplaced() throws Exception {
        ClientMethod<String, String> echo = echo(PoolOptions.DEFAULT.withBounds(1, 10).withProbeAfter(Duration.ofHours(1)),
                server.address());
        ContextInternal one = newContext();
        ContextInternal other = newContext();
        assertThat(call(echo, one).get(10, TimeUnit.SECONDS)).isEqualTo("hi");

        CompletableFuture<Object> reply = new CompletableFuture<>();
        CompletableFuture<Void> leased = new CompletableFuture<>();
        one.runOnContext(ignored -> {
            // While this loop is busy it does not see that the other one has leased its connection.
            other.runOnContext(inside -> {
                echo.call(CallOptions.DEFAULT, "hi").subscribe().with(reply::complete, reply::complete);
                leased.complete(null);
            });
            leased.orTimeout(10, TimeUnit.SECONDS).join();
            ChannelFuture unused = opened.get(0).close();
        });

        assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo("hi");
        assertThat(opened).hasSize(2);
        assertThat(requests).hasValue(2);
    }

    private ContextInternal newContext() {
        VertxInternal internal = (VertxInternal) vertx;
        return internal.createEventLoopContext(internal.getEventLoopGroup().next(), null, null);
    }

    private static CompletableFuture<Object> call(ClientMethod<String, String> echo, ContextInternal context) {
        CompletableFuture<Object> reply = new CompletableFuture<>();
        context.runOnContext(
                ignored -> echo.call(CallOptions.DEFAULT, "hi").subscribe().with(reply::complete, reply::complete));
        return reply;
    }
}
