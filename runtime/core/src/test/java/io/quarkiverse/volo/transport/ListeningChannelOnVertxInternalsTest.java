package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.channel.ServerChannel;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;

/**
 * Spike: closing only the listening channel of a Vert.x NetServer. {@code TCPServerBase} hides it behind private fields and a
 * private bind; what can be replaced is the transport's channel factory, through the Vert.x instance that the server is
 * given. An accepted channel's parent is the same channel, but there may be no accepted channel yet when the server stops.
 */
@ExtendWith(FailOnBufferLeak.class)
class ListeningChannelOnVertxInternalsTest {

    private final VertxForTests test = new VertxForTests(1);
    private final ListeningVertx vertx = new ListeningVertx((VertxInternal) test.vertx);
    private final ListeningServer server = new ListeningServer(vertx,
            new NetServerOptions().setHost("localhost").setPort(0), new RenewableTls(new NetServerOptions(), List.of()));
    private volatile ServerChannel parentOfAccepted;

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    @Test
    void closesWithoutTouchingOpenConnections() throws Exception {
        server.connectHandler(this::echo);
        VertxForTests.await(server.listen());
        int port = server.actualPort();
        try (var open = new TestClient(port)) {
            assertThat(open.echoes("before")).isTrue();
            assertThat(vertx.listeningChannel()).isNotNull().isSameAs(parentOfAccepted);

            closeListeningChannel();

            assertThatThrownBy(() -> new TestClient(port)).isInstanceOf(ConnectException.class);
            assertThat(open.echoes("after")).isTrue();
            VertxForTests.await(server.close());
            assertThat(open.readAll()).isEmpty();
        }
    }

    @Test
    void isKnownBeforeAnythingIsAccepted() throws Exception {
        server.connectHandler(this::echo);
        VertxForTests.await(server.listen());
        assertThat(vertx.listeningChannel().localAddress()).hasToString("/127.0.0.1:" + server.actualPort());
    }

    /** The JDK closes a registered socket in the next select, which comes before a task that this turn makes due at once. */
    private void closeListeningChannel() throws Exception {
        var closed = new CompletableFuture<Void>();
        ServerChannel channel = vertx.listeningChannel();
        channel.close().addListener(
                done -> channel.eventLoop().schedule(() -> closed.complete(null), 0, TimeUnit.NANOSECONDS));
        closed.get(VertxForTests.SECONDS, TimeUnit.SECONDS);
    }

    private void echo(NetSocket socket) {
        parentOfAccepted = (ServerChannel) ((NetSocketInternal) socket).channelHandlerContext().channel().parent();
        socket.handler(socket::write);
    }
}
