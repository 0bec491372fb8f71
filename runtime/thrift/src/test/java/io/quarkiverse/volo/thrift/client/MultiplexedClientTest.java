package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Many calls on one connection, over real sockets to our server. */
@ExtendWith(FailOnBufferLeak.class)
class MultiplexedClientTest {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<UniEmitter<? super String>> waiting = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger flushes = new AtomicInteger();
    private EchoServer server;
    private ThriftClient client;

    @BeforeEach
    void startServer() {
        server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT,
                (context, text) -> text.startsWith("wait") ? Uni.createFrom().emitter(waiting::add)
                        : Uni.createFrom().item(text),
                protocols -> (channel, context) -> {
                    connections.incrementAndGet();
                    protocols.initialize(channel, context);
                });
    }

    @AfterEach
    void stopAll() {
        done(client.close());
        server.close();
        done(vertx.close());
    }

    private ClientMethod<String, String> echo(ThriftTransport transport, Duration timeout) {
        client = new ThriftClient(vertx, new CallLoops(vertx),
                ClientOptions.of("echo", FixedDiscovery.of(server.address())).withTimeout(timeout, ""),
                ThriftClientOptions.DEFAULT.withTransport(transport).withMaxInFlight(128),
                ConnectorOptions.plaintext(null).withOpened(channel -> channel.pipeline().addFirst(new FlushCounter())),
                PoolOptions.DEFAULT.withBounds(1, 1000).withWaitTimeout(Duration.ofSeconds(5)));
        return client.method(Echo.ECHO);
    }

    private final class FlushCounter extends ChannelOutboundHandlerAdapter {

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes.incrementAndGet();
            context.flush();
        }
    }

    private static CompletableFuture<String> call(ClientMethod<String, String> echo, String text) {
        return echo.call(CallOptions.DEFAULT, text).subscribeAsCompletionStage().orTimeout(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void aThousandCallsShareOneConnectionAndEachGetsItsOwnReply(ThriftTransport transport) {
        ClientMethod<String, String> echo = echo(transport, Duration.ofSeconds(10));
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            replies.add(call(echo, "call " + i + " " + "x".repeat(i)));
        }

        for (int i = 0; i < 1000; i++) {
            assertThat(replies.get(i).join()).isEqualTo("call " + i + " " + "x".repeat(i));
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void requestsOfOneTurnOfTheEventLoopAreFlushedTogether() {
        ClientMethod<String, String> echo = echo(ThriftTransport.TTHEADER_FRAMED, Duration.ofSeconds(10));
        assertThat(call(echo, "connect").join()).isEqualTo("connect");
        int before = flushes.get();
        CompletableFuture<List<CompletableFuture<String>>> made = new CompletableFuture<>();

        vertx.getOrCreateContext().runOnContext(none -> made.complete(
                IntStream.range(0, 10).mapToObj(i -> call(echo, "call " + i)).toList()));

        made.orTimeout(10, TimeUnit.SECONDS).join().forEach(CompletableFuture::join);
        assertThat(flushes.get() - before).isEqualTo(1);
    }

    @Test
    void aQuickCallOvertakesASlowOne() {
        ClientMethod<String, String> echo = echo(ThriftTransport.TTHEADER_FRAMED, Duration.ofSeconds(10));
        CompletableFuture<String> slow = call(echo, "wait");

        assertThat(call(echo, "quick").join()).isEqualTo("quick");

        assertThat(slow).isNotDone();
        waiting.get(0).complete("slow");
        assertThat(slow.join()).isEqualTo("slow");
        assertThat(connections).hasValue(1);
    }

    @Test
    void repliesThatComeInOrderReachTheirCallsToo() {
        ClientMethod<String, String> echo = echo(ThriftTransport.FRAMED, Duration.ofSeconds(10));
        CompletableFuture<String> slow = call(echo, "wait");
        CompletableFuture<String> quick = call(echo, "quick");
        Await.until("the slow call is served", () -> waiting.size() == 1);

        waiting.get(0).complete("slow");

        assertThat(quick.join()).isEqualTo("quick");
        assertThat(slow.join()).isEqualTo("slow");
    }

    @Test
    void aCallThatTimesOutDisturbsNoOther() {
        ClientMethod<String, String> echo = echo(ThriftTransport.TTHEADER_FRAMED, Duration.ofMillis(300));
        CompletableFuture<String> late = call(echo, "wait");

        assertThat(late).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                .withCauseInstanceOf(VoloException.class)
                .satisfies(failure -> assertThat(((VoloException) failure.getCause()).kind()).isEqualTo(ErrorKind.TIMEOUT));
        assertThat(call(echo, "next").join()).isEqualTo("next");
        assertThat(connections).hasValue(1);
    }
}
