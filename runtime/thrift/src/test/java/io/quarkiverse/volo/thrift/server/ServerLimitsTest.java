package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.quarkiverse.volo.layer.limit.ConcurrencyLimitLayer;
import io.quarkiverse.volo.server.ServerOptions;
import io.quarkiverse.volo.server.ServerPipeline;
import io.quarkiverse.volo.testing.AllocationBound;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.transport.ConnectionInitializer;
import io.quarkiverse.volo.transport.ConnectionLimit;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** What a server bears, and what one who goes beyond it sees. */
@ExtendWith(FailOnBufferLeak.class)
class ServerLimitsTest {

    @RegisterExtension
    static final AllocationBound BOUND = new AllocationBound();

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String BIG = "x".repeat(10_000);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicInteger started = new AtomicInteger();
    private final List<UniEmitter<? super String>> waiting = new CopyOnWriteArrayList<>();
    private EchoServer server;

    @AfterEach
    void stop() {
        server.close();
        done(vertx.close());
    }

    private void serve(ConnectionOptions connection) {
        serve(connection, BOUND::around);
    }

    private void serve(ConnectionOptions connection, UnaryOperator<ConnectionInitializer> around) {
        server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT.withConnection(connection),
                (context, text) -> answer(text), around);
    }

    private Uni<String> answer(String text) {
        started.incrementAndGet();
        return switch (text) {
            case "wait" -> Uni.createFrom().emitter(waiting::add);
            default -> Uni.createFrom().item(text);
        };
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        ByteBuf request = Messages.call(Echo.ECHO, 1, text);
        request.readBytes(socket.getOutputStream(), request.readableBytes());
        request.release();
    }

    private static String reply(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] message = new byte[in.readInt()];
        in.readFully(message);
        return new String(message, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whether the server closes the connection, however it does it. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Another peer, on the same event loop, gets its reply. */
    private void othersAreServed() throws IOException {
        try (Socket other = connect()) {
            send(other, "others");
            assertThat(reply(other)).contains("others");
        }
    }

    @Test
    void halfAFrameThatStallsIsClosed() throws IOException {
        serve(new ConnectionOptions(LONG, Duration.ofMillis(100), LONG, 65_536));
        try (Socket socket = connect()) {
            socket.getOutputStream().write(Messages.hex("00000020 80010001 00000004"));
            othersAreServed();

            assertThat(isClosed(socket)).isTrue();
        }
        assertThat(started).as("calls of others").hasValue(1);
    }

    @Test
    void halfOfALongFrameThatStallsTakesNoMoreThanTwiceItsBytes() throws IOException {
        // Enough for all of these bytes to arrive on a busy machine.
        serve(new ConnectionOptions(LONG, Duration.ofSeconds(4), LONG, 65_536));
        try (Socket socket = connect()) {
            socket.getOutputStream().write(Messages.hex("00ffff00 80010001 00000004 6563686f 00000001 0b0001 00fff000"));
            socket.getOutputStream().write(new byte[7 << 20]);
            othersAreServed();

            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void aByteNowAndThenIsClosedAllTheSame() throws IOException {
        serve(new ConnectionOptions(LONG, Duration.ofMillis(150), LONG, 65_536));
        try (Socket socket = connect()) {
            socket.getOutputStream().write(Messages.hex("00000400 80010001 00000004 6563686f"));
            int written = 0;
            try {
                for (; written < 1000; written++) {
                    socket.getOutputStream().write(0);
                    Await.pause(Duration.ofMillis(10));
                    if (written == 3) {
                        othersAreServed();
                    }
                }
            } catch (SocketException e) {
                // Closed while we were still sending.
            }
            assertThat(written).isLessThan(1000);
        }
    }

    @Test
    void messagesThatComeInPiecesButInTimeAreServed() throws IOException {
        serve(new ConnectionOptions(LONG, Duration.ofSeconds(1), LONG, 65_536));
        try (Socket socket = connect()) {
            for (int i = 0; i < 10; i++) {
                ByteBuf request = Messages.call(Echo.ECHO, 1, "pieces");
                request.readBytes(socket.getOutputStream(), 10);
                Await.pause(Duration.ofMillis(120));
                request.readBytes(socket.getOutputStream(), request.readableBytes());
                request.release();
                assertThat(reply(socket)).contains("pieces");
            }
        }
    }

    @Test
    void aPeerThatAlwaysHasSentHalfOfItsNextMessageIsServed() throws IOException {
        serve(new ConnectionOptions(LONG, Duration.ofSeconds(1), LONG, 65_536));
        ByteBuf request = Messages.call(Echo.ECHO, 1, "pieces");
        byte[] bytes = new byte[request.readableBytes()];
        request.readBytes(bytes);
        request.release();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes, 0, 10);
            for (int i = 0; i < 30; i++) {
                byte[] restAndBeginning = new byte[bytes.length];
                System.arraycopy(bytes, 10, restAndBeginning, 0, bytes.length - 10);
                System.arraycopy(bytes, 0, restAndBeginning, bytes.length - 10, 10);
                Await.pause(Duration.ofMillis(50));
                socket.getOutputStream().write(restAndBeginning);
                assertThat(reply(socket)).contains("pieces");
            }
        }
    }

    @Test
    void anIdleConnectionIsClosedButNotOneThatWaitsForItsReply() throws Exception {
        serve(new ConnectionOptions(Duration.ofMillis(100), LONG, LONG, 65_536));
        try (Socket idle = connect(); Socket busy = connect()) {
            send(idle, "hi");
            reply(idle);
            send(busy, "wait");

            assertThat(isClosed(idle)).isTrue();
            Await.pause(Duration.ofMillis(200));
            waiting.get(0).complete("served");
            assertThat(reply(busy)).contains("served");
        }
    }

    @Test
    void aPeerThatDoesNotReadIsNotReadEither() throws Exception {
        serve(new ConnectionOptions(LONG, LONG, LONG, 65_536), BOUND::aroundWhileRepliesWait);
        int calls = 5_000;
        try (Socket socket = connect()) {
            Thread sender = new Thread(() -> {
                try {
                    for (int i = 0; i < calls; i++) {
                        send(socket, BIG);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            sender.start();
            int before = startedWhenNoMoreAreStarted();
            assertThat(before).as("requests served to one who reads no replies").isBetween(1, calls / 2);
            othersAreServed();
            for (int i = 0; i < calls; i++) {
                assertThat(reply(socket)).endsWith("x\0");
            }
            sender.join();
        }
    }

    @Test
    void asMuchMayWaitToBeSentAsIsConfigured() throws Exception {
        List<Channel> accepted = new CopyOnWriteArrayList<>();
        serve(new ConnectionOptions(LONG, LONG, LONG, 100_000), protocols -> BOUND.around((channel, context) -> {
            accepted.add(channel);
            protocols.initialize(channel, context);
        }));
        othersAreServed();

        assertThat(accepted).hasSize(1);
        WriteBufferWaterMark mark = accepted.get(0).config().getWriteBufferWaterMark();
        assertThat(List.of(mark.low(), mark.high())).containsExactly(50_000, 100_000);
    }

    /** The first count that stays for a while. */
    private int startedWhenNoMoreAreStarted() {
        AtomicInteger before = new AtomicInteger();
        Await.until("no more requests are started", () -> {
            Await.pause(Duration.ofMillis(200));
            int now = started.get();
            return before.getAndSet(now) == now && now > 0;
        });
        return before.get();
    }

    @Test
    void oneConnectionTooManyIsClosedUntilAnotherOneGoes() throws Exception {
        ConnectionLimit[] limit = new ConnectionLimit[1];
        server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT, (context, text) -> answer(text),
                protocols -> BOUND.around(limit[0] = new ConnectionLimit(2, " (key: k)", protocols)));
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sockets.add(connect());
            send(sockets.get(i), "hi");
            assertThat(reply(sockets.get(i))).contains("hi");
        }
        try (Socket third = connect()) {
            assertThat(isClosed(third)).isTrue();
        }
        send(sockets.get(1), "still served");
        assertThat(reply(sockets.get(1))).contains("still served");

        sockets.get(0).close();
        Await.until("one connection is open", () -> limit[0].open() == 1);
        try (Socket fourth = connect()) {
            send(fourth, "welcome");
            assertThat(reply(fourth)).contains("welcome");
        }
        sockets.get(1).close();
    }

    @Test
    void oneCallTooManyIsAnsweredAndTheConnectionGoesOn() throws Exception {
        ConcurrencyLimitLayer limit = new ConcurrencyLimitLayer(1, " (key: k)");
        server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT,
                ServerPipeline.assemble(new ServerOptions(limit, List.of()), List.of(), (context, text) -> answer(text)),
                BOUND::around);
        try (Socket first = connect(); Socket second = connect()) {
            send(first, "wait");
            Await.until("the first call is under way", () -> waiting.size() == 1);

            send(second, "refused");
            assertThat(reply(second)).contains("Echo.echo: 1 calls are under way already (key: k)");

            waiting.get(0).complete("done");
            assertThat(reply(first)).contains("done");
            Await.until("no call is under way", () -> limit.underWay() == 0);
            send(second, "served");
            assertThat(reply(second)).contains("served");
        }
    }
}
