package io.quarkiverse.volo.thrift.server;

import static io.quarkiverse.volo.thrift.testing.Echo.ECHO;
import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.testing.Await;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** How all connections of a server come to their end, as peers on sockets see it. */
@ExtendWith(FailOnBufferLeak.class)
class DrainTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final MessageForm WITH_HEADER = MessageForm.of(ThriftTransport.TTHEADER_FRAMED, MessageProtocol.BINARY);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final List<UniEmitter<? super String>> waiting = new CopyOnWriteArrayList<>();
    private EchoServer server = serve(LONG);

    private EchoServer serve(Duration maxAge) {
        return EchoServer.start(vertx, ThriftServerOptions.DEFAULT.withConnection(
                new ConnectionOptions(LONG, LONG, maxAge, 65_536)), (context, text) -> answer(text));
    }

    private Uni<String> answer(String text) {
        return switch (text) {
            case "wait" -> Uni.createFrom().emitter(waiting::add);
            case "large" -> Uni.createFrom().item("x".repeat(10_000_000));
            default -> Uni.createFrom().item(text);
        };
    }

    @AfterEach
    void stop() {
        server.close();
        done(vertx.close());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        send(socket, Messages.call(ECHO, 1, text));
    }

    private static void sendWithHeader(Socket socket, String text) throws IOException {
        send(socket, Messages.call(ECHO, 1, text, WITH_HEADER, new TTHeader().sequenceId(1)));
    }

    private static void send(Socket socket, ByteBuf request) throws IOException {
        request.readBytes(socket.getOutputStream(), request.readableBytes());
        request.release();
    }

    private static String reply(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] message = new byte[in.readInt()];
        in.readFully(message);
        return new String(message, StandardCharsets.ISO_8859_1);
    }

    /** Whether the server closes the connection, however it does it. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void isOverWhenTheLastConnectionHasGone() throws Exception {
        try (Socket idle = connect(); Socket busy = connect()) {
            send(idle, "hi");
            reply(idle);
            send(busy, "wait");
            Await.until("the call is under way", () -> waiting.size() == 1);

            server.server().drain();
            Future<Void> closed = server.server().connectionsClosed();
            assertThat(isClosed(idle)).isTrue();
            assertThat(closed.isComplete()).isFalse();
            assertThat(done(server.server().callsUnderWay())).isEqualTo(1);

            waiting.get(0).complete("at last");
            assertThat(reply(busy)).contains("at last");
            assertThat(isClosed(busy)).isTrue();
            busy.close();
            Await.until("no connection is open", closed::isComplete);
            assertThat(done(server.server().callsUnderWay())).isZero();
        }
    }

    @Test
    void isOverAtOnceWhereNobodyIsConnected() {
        server.server().drain();

        assertThat(server.server().connectionsClosed().isComplete()).isTrue();
    }

    @Test
    void concernsConnectionsThatSayWhatTheySpeakOnlyThen() throws Exception {
        try (Socket late = connect()) {
            server.server().drain();
            sendWithHeader(late, "late");

            assertThat(reply(late)).contains("late").contains("crrst");
            assertThat(isClosed(late)).isTrue();
        }
    }

    @Test
    void aPeerThatDoesNotListenIsClosedWithAReplyAfterASecond() throws Exception {
        try (Socket deaf = connect()) {
            server.server().drain();
            long begin = System.nanoTime();
            int replies = 0;
            try {
                while (true) {
                    sendWithHeader(deaf, "on and on");
                    assertThat(reply(deaf)).contains("on and on").contains("crrst");
                    replies++;
                }
            } catch (IOException e) {
                assertThat(replies).isPositive();
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .isBetween(Duration.ofMillis(ConnectionEnd.PATIENCE_MILLIS - 1), Duration.ofSeconds(8));
            }
        }
    }

    @Test
    void aPeerThatReadsSlowlyGetsAllOfItsReply() throws Exception {
        try (Socket slow = connect()) {
            send(slow, "large");
            int first = slow.getInputStream().read();
            server.server().drain();
            // Longer than a connection lingers that is closed for other reasons.
            Await.pause(Duration.ofMillis(1_500));

            assertThat(first).isNotNegative();
            assertThat(slow.getInputStream().readAllBytes()).hasSizeGreaterThan(10_000_000);
        }
    }

    @Test
    void anOldConnectionIsClosedWithItsReply() throws Exception {
        server.close();
        server = serve(Duration.ofMillis(200));
        try (Socket socket = connect()) {
            sendWithHeader(socket, "young");
            assertThat(reply(socket)).doesNotContain("crrst");
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            String reply = "";
            while (!reply.contains("crrst") && System.nanoTime() < end) {
                sendWithHeader(socket, "again");
                reply = reply(socket);
            }
            assertThat(reply).contains("crrst");

            assertThat(isClosed(socket)).isTrue();
        }
    }
}
