package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.util.concurrent.EventExecutor;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Calls over real sockets, to our server and to peers that misbehave. */
@ExtendWith(FailOnBufferLeak.class)
class ThriftClientTest {

    @RegisterExtension
    static final AllocationBound BOUND = new AllocationBound();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final List<ThriftClient> clients = new ArrayList<>();
    private final List<UniEmitter<? super String>> waiting = new CopyOnWriteArrayList<>();
    private final List<ContextInternal> contexts = new CopyOnWriteArrayList<>();
    private final List<Channel> opened = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger flushes = new AtomicInteger();
    private final CountDownLatch mayMisbehave = new CountDownLatch(1);
    private EchoServer server;

    @BeforeEach
    void startServer() {
        server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT, (context, text) -> answer(text),
                protocols -> (channel, context) -> {
                    connections.incrementAndGet();
                    opened.add(channel);
                    channel.pipeline().addFirst(new FlushCounter());
                    protocols.initialize(channel, context);
                });
    }

    @AfterEach
    void stopAll() {
        clients.forEach(client -> done(client.close()));
        server.close();
        done(vertx.close());
    }

    private final class FlushCounter extends ChannelOutboundHandlerAdapter {

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes.incrementAndGet();
            context.flush();
        }
    }

    private Uni<String> answer(String text) {
        return switch (text) {
            case "wait" -> Uni.createFrom().emitter(waiting::add);
            case "refuse" -> Uni.createFrom().failure(new Echo.Refused("not today"));
            case "fail" -> Uni.createFrom().failure(new IllegalStateException("secret"));
            case "context" -> {
                contexts.add(ContextInternal.current());
                yield Uni.createFrom().item(text);
            }
            default -> Uni.createFrom().item(text);
        };
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    private ClientMethod<String, String> echo(Address address, ThriftTransport transport, PoolOptions pool) {
        return echo(address, transport, ConnectorOptions.plaintext(null), pool);
    }

    /** What such a peer makes us take is watched. */
    private ClientMethod<String, String> echoOfHostile(Address address) {
        return echo(address, ThriftTransport.FRAMED, ConnectorOptions.plaintext(null).withOpened(BOUND::watch),
                PoolOptions.DEFAULT);
    }

    private ClientMethod<String, String> echo(Address address, ThriftTransport transport, ConnectorOptions connector,
            PoolOptions pool) {
        ThriftClient client = new ThriftClient(vertx, new CallLoops(vertx),
                ClientOptions.of("echo", FixedDiscovery.of(address)).withTimeout(Duration.ofSeconds(5), ""),
                ThriftClientOptions.DEFAULT.withTransport(transport), connector, pool);
        clients.add(client);
        return client.method(Echo.ECHO);
    }

    private ClientMethod<String, String> echo() {
        return echo(server.address(), ThriftTransport.FRAMED, PoolOptions.DEFAULT);
    }

    private static Uni<String> call(ClientMethod<String, String> method, String text) {
        return method.call(CallOptions.DEFAULT, text);
    }

    @ParameterizedTest
    @EnumSource
    void aCallIsAnswered(ThriftTransport transport) {
        ClientMethod<String, String> echo = echo(server.address(), transport, PoolOptions.DEFAULT);

        assertThat(await(call(echo, "hi"))).isEqualTo("hi");
        assertThat(await(call(echo, "x".repeat(1_000_000)))).hasSize(1_000_000);
        assertThat(echo.await(CallOptions.DEFAULT, "waited for")).isEqualTo("waited for");
    }

    @Test
    void aDeclaredExceptionArrivesAsItself() {
        assertThatThrownBy(() -> await(call(echo(), "refuse"))).isInstanceOf(Echo.Refused.class).hasMessage("not today");
    }

    @Test
    void thePeersErrorNamesMethodAndAddress() {
        assertThatThrownBy(() -> await(call(echo(), "fail")))
                .isInstanceOfSatisfying(ThriftException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.APPLICATION);
                    assertThat(e.type()).isEqualTo(ThriftException.Type.INTERNAL_ERROR);
                }).hasMessage("Echo.echo to " + server.address() + ": Echo.echo: internal error");
    }

    @Test
    void aRequestThatCannotBeWrittenFailsAloneAndKeepsTheConnection() {
        ClientMethod<String, String> echo = echo();
        await(call(echo, "first"));

        assertThatThrownBy(() -> await(call(echo, "unwritable"))).hasMessageContaining("the request cannot be written");

        await(call(echo, "next"));
        assertThat(connections).hasValue(1);
    }

    @Test
    void callsOneAfterTheOtherShareAConnection() {
        var context = vertx.getOrCreateContext();
        ClientMethod<String, String> echo = echo();
        CompletableFuture<String> result = new CompletableFuture<>();

        context.runOnContext(none -> call(echo, "a").chain(a -> call(echo, a + "b")).chain(ab -> call(echo, ab + "c"))
                .subscribe().with(result::complete, result::completeExceptionally));

        assertThat(result.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("abc");
        assertThat(connections).hasValue(1);
    }

    @Test
    void eachCallIsServedOnADuplicatedContextOfItsOwn() {
        ClientMethod<String, String> echo = echo();

        await(call(echo, "context"));
        await(call(echo, "context"));

        assertThat(connections).hasValue(1);
        assertThat(contexts).hasSize(2).doesNotHaveDuplicates().allMatch(ContextInternal::isDuplicate);
    }

    @Test
    void aHundredCallsShareFewConnections() {
        ClientMethod<String, String> echo = echo(server.address(), ThriftTransport.FRAMED,
                PoolOptions.DEFAULT.withBounds(4, 1000).withWaitTimeout(Duration.ofSeconds(5)));
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            replies.add(call(echo, "call " + i).subscribeAsCompletionStage());
        }
        for (int i = 0; i < 100; i++) {
            assertThat(replies.get(i).orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("call " + i);
        }
        assertThat(connections.get()).isBetween(1, 4);
    }

    @Test
    void aTimedOutCallsLateReplyIsDroppedAndItsConnectionGoesOn() throws Exception {
        ClientMethod<String, String> echo = echo(server.address(), ThriftTransport.FRAMED,
                PoolOptions.DEFAULT.withBounds(1, 10).withWaitTimeout(Duration.ofSeconds(5)));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)), "wait")))
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT))
                .hasMessage("Echo.echo to " + server.address() + ": no reply within 50 ms");
        CompletableFuture<String> next = call(echo, "next").subscribeAsCompletionStage();
        waiting.get(0).complete("too late");

        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("next");
        assertThat(connections).hasValue(1);
    }

    @Test
    void aConnectionWhoseLateReplyNeverComesIsReplaced() throws Exception {
        ClientMethod<String, String> echo = echo(server.address(), ThriftTransport.FRAMED,
                PoolOptions.DEFAULT.withBounds(1, 10).withWaitTimeout(Duration.ofSeconds(5)));

        assertThatThrownBy(() -> await(echo.call(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50)), "wait")))
                .isInstanceOf(VoloException.class);

        assertThat(await(call(echo, "next"))).isEqualTo("next");
        assertThat(connections).hasValue(2);
    }

    private ClientMethod<String, String> shortLived(Duration idleTimeout, Duration maxAge) {
        ThriftClient client = new ThriftClient(vertx, new CallLoops(vertx),
                ClientOptions.of("echo", FixedDiscovery.of(server.address())),
                ThriftClientOptions.DEFAULT.withLifetime(idleTimeout, maxAge), ConnectorOptions.plaintext(null),
                PoolOptions.DEFAULT.withBounds(1, 10).withWaitTimeout(Duration.ofSeconds(5)));
        clients.add(client);
        return client.method(Echo.ECHO);
    }

    @Test
    void aConnectionThatIsTooOldIsNotUsedAgain() {
        ClientMethod<String, String> echo = shortLived(Duration.ofMinutes(1), Duration.ofNanos(1));

        await(call(echo, "first"));
        await(call(echo, "second"));

        assertThat(connections).hasValue(2);
    }

    @Test
    void aConnectionThatIsUnusedForTooLongIsClosedButNotDuringACall() throws Exception {
        ClientMethod<String, String> echo = shortLived(Duration.ofMillis(50), Duration.ofHours(1));
        CompletableFuture<String> slow = call(echo, "wait").subscribeAsCompletionStage();
        Await.pause(Duration.ofMillis(150));
        waiting.get(0).complete("after all");
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("after all");
        assertThat(connections).hasValue(1);

        CompletableFuture<Void> closed = new CompletableFuture<>();
        opened.get(0).closeFuture().addListener(done -> closed.complete(null));
        closed.get(10, TimeUnit.SECONDS);
        assertThat(await(call(echo, "new connection"))).isEqualTo("new connection");
        assertThat(connections).hasValue(2);
    }

    @Test
    void aOnewayCallEndsWhenItIsSent() {
        echo();
        ClientMethod<String, String> note = clients.get(0).method(Echo.NOTE);

        assertThat(await(call(note, "wait"))).isNull();
        assertThat(await(call(note, "done"))).isNull();
    }

    @Test
    void aRefusedConnectionNamesMethodAddressAndCause() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ClientMethod<String, String> echo = echo(Address.of("127.0.0.1", port), ThriftTransport.FRAMED, PoolOptions.DEFAULT);

        assertThatThrownBy(() -> await(call(echo, "hi")))
                .isInstanceOfSatisfying(VoloException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.CONNECT);
                    assertThat(e.isUnprocessed()).isTrue();
                }).hasMessageStartingWith("Echo.echo to 127.0.0.1:" + port + ": connect to 127.0.0.1:" + port)
                .hasMessageContaining("refused");
    }

    /** A peer that answers the first request with these bytes, when it may, and then closes. */
    private Address misbehaving(String hex) throws IOException {
        ServerSocket server = new ServerSocket(0);
        Thread peer = new Thread(() -> {
            try (server; Socket socket = server.accept()) {
                socket.getInputStream().readNBytes(10);
                mayMisbehave.await();
                socket.getOutputStream().write(Messages.hex(hex));
                socket.getOutputStream().flush();
                socket.getInputStream().readNBytes(19);
            } catch (IOException | InterruptedException e) {
                // The test is over.
            }
        });
        peer.setDaemon(true);
        peer.start();
        return Address.of("127.0.0.1", server.getLocalPort());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                   | CONNECTION_CLOSED | the connection was closed before the reply
            0000001e 80010002                                                    | CONNECTION_CLOSED | the connection was closed before the reply
            48545450 2f312e31 20343030                                           | PROTOCOL | the reply cannot be understood: frame begins with 0x2f31 (expected: 0x8001, strict Binary, or 0x82 and version 1, Compact)
            0000001c 80010002 00000004 6563686f 00000063 0b0000 00000004 6563686f 00 | PROTOCOL | sequence id: 99 (expected: 1)
            0000001c 80010002 00000004 6e6f7065 00000001 0b0000 00000004 6563686f 00 | PROTOCOL | method: 'nope' (expected: 'echo')
            0000001c 80010001 00000004 6563686f 00000001 0b0000 00000004 6563686f 00 | PROTOCOL | message type: 1 (expected: 2, reply, or 3, exception)
            0000001c 80010002 00000004 6563686f 00000001 0b0000 00000009 6563686f 00 | PROTOCOL | string length: 9 (expected: 0-5, the bytes that remain)
            00000011 80010002 00000004 6563686f 00000001 00                      | APPLICATION | the result is missing
            7fffffff 80010002 00000004 6563686f 00000001 00                      | PROTOCOL | frame length: 2147483647 (expected: at most 16777216)
            """)
    void aPeerThatMisbehavesIsNamedWithItsFault(String reply, ErrorKind kind, String message) throws Exception {
        Address address = misbehaving(reply.replace(" ", ""));
        ClientMethod<String, String> echo = echoOfHostile(address);

        CompletableFuture<String> failing = call(echo, "hi").subscribeAsCompletionStage();
        assertThat(await(call(echo(), "others"))).as("a call to another peer meanwhile").isEqualTo("others");
        mayMisbehave.countDown();

        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).cause()
                .isInstanceOfSatisfying(VoloException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageStartingWith("Echo.echo to " + address)
                .hasMessageContaining(message);
    }

    @Test
    void aPeerThatDiesInTheMiddleOfALongReplyTakesNoMoreThanTwiceItsBytes() throws Exception {
        mayMisbehave.countDown();
        Address address = misbehaving("00ffff00 80010002 00000004 6563686f 00000001 0b0000 00fff000" + "78".repeat(7 << 20));
        ClientMethod<String, String> echo = echoOfHostile(address);

        assertThatThrownBy(() -> await(call(echo, "hi"))).hasMessageContaining("the connection was closed before the reply");
    }

    @Test
    void aMissingResultIsNamedByItsType() throws IOException {
        mayMisbehave.countDown();
        Address address = misbehaving("0000001180010002000000046563686f0000000100");
        ClientMethod<String, String> echo = echoOfHostile(address);

        assertThatThrownBy(() -> await(call(echo, "hi"))).isInstanceOfSatisfying(ThriftException.class,
                e -> assertThat(e.type()).isEqualTo(ThriftException.Type.MISSING_RESULT));
    }

    /** Event loops that were free would flush each completion as it comes. */
    private void holdLoopsUntil(CountDownLatch released) {
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            loop.execute(() -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Test
    void eightCompletionsOfAWorkerShareAFlush() throws Exception {
        ServerCalls calls = new ServerCalls(server.address().port());
        try (calls) {
            calls.send(8, "wait");
            Await.until("eight calls are under way", () -> waiting.size() == 8);
            int before = flushes.get();
            CountDownLatch completed = new CountDownLatch(1);
            holdLoopsUntil(completed);
            Thread worker = new Thread(() -> waiting.forEach(emitter -> emitter.complete("done")));
            worker.start();
            worker.join();
            completed.countDown();

            calls.expectReplies(8);
            assertThat(flushes.get() - before).isBetween(1, 7);
        }
    }
}
