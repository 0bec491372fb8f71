package io.quarkiverse.volo.grpc.server;

import static io.quarkiverse.volo.grpc.testing.RawClient.headersOf;
import static io.quarkiverse.volo.grpc.testing.RawClient.message;
import static io.quarkiverse.volo.grpc.testing.TextsServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import com.google.protobuf.StringValue;

import io.quarkiverse.volo.grpc.testing.RawClient;
import io.quarkiverse.volo.grpc.testing.RawClient.Frame;
import io.quarkiverse.volo.testing.Await;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;

/** How connections come to their end. */
class GrpcDrainTest extends WithTextsServer {

    private static final byte[] HELLO = StringValue.of("hello").toByteArray();

    private final List<UniEmitter<? super StringValue>> waiting = new CopyOnWriteArrayList<>();

    private void call(RawClient client, int stream) throws IOException {
        client.headers(stream, headersOf("/test.v1.Texts/Echo"), false).data(stream, true, message(HELLO));
    }

    private void serveLater() {
        server.echo((context, request) -> Uni.createFrom().emitter(waiting::add));
    }

    private static int lastStream(Frame goAway) {
        assertThat(goAway.error()).as("NO_ERROR").isZero();
        return ByteBuffer.wrap(goAway.payload()).getInt();
    }

    @Test
    void callsUnderWayAndOnTheirWayAreServed() throws IOException {
        serveLater();
        try (RawClient client = new RawClient(server.port())) {
            call(client, 1);
            Await.until("the call is under way", () -> waiting.size() == 1);

            server.server().drain();
            Future<Void> closed = server.server().connectionsClosed();
            assertThat(lastStream(client.next(RawClient.GOAWAY))).isEqualTo(Integer.MAX_VALUE);
            Frame ping = client.next(RawClient.PING);
            // Had been sent before the peer knew.
            call(client, 3);
            client.send(RawClient.PING, RawClient.ACK, 0, ping.payload());
            assertThat(lastStream(client.next(RawClient.GOAWAY))).isEqualTo(3);
            Await.until("both are under way", () -> waiting.size() == 2);
            assertThat(closed.isComplete()).isFalse();
            assertThat(done(server.server().callsUnderWay())).isEqualTo(2);

            waiting.get(0).complete(StringValue.of("a"));
            waiting.get(1).complete(StringValue.of("b"));
            assertThat(client.status(1)).isEqualTo("0");
            assertThat(client.status(3)).isEqualTo("0");
            assertThat(client.isClosed()).isTrue();
            client.close();
            Await.until("no connection is open", closed::isComplete);
        }
    }

    @Test
    void isOverAtOnceWhereNobodyIsConnected() {
        server.server().drain();

        assertThat(server.server().connectionsClosed().isComplete()).isTrue();
    }

    @Test
    void connectionsThatComeLateAreToldAtOnce() throws IOException {
        server.server().drain();
        try (RawClient late = new RawClient(server.port())) {
            assertThat(lastStream(late.next(RawClient.GOAWAY))).isEqualTo(Integer.MAX_VALUE);
        }
    }

    @Test
    void anOldConnectionIsToldAndItsCallsAreCutAfterTheGrace() throws IOException {
        serve(GrpcServerOptions.DEFAULT.withLifetime(
                new LifetimeOptions(Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofMillis(300))));
        serveLater();
        try (RawClient client = new RawClient(server.port())) {
            call(client, 1);
            assertThat(lastStream(client.next(RawClient.GOAWAY))).isEqualTo(Integer.MAX_VALUE);
            Frame ping = client.next(RawClient.PING);
            client.send(RawClient.PING, RawClient.ACK, 0, ping.payload());
            assertThat(lastStream(client.next(RawClient.GOAWAY))).isEqualTo(1);

            assertThat(client.isClosed()).isTrue();
            assertThat(waiting).hasSize(1);
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws IOException {
        serve(GrpcServerOptions.DEFAULT.withLifetime(
                new LifetimeOptions(Duration.ofMillis(200), Duration.ofHours(1), LifetimeOptions.FOREVER)));
        try (RawClient client = new RawClient(server.port())) {
            assertThat(lastStream(client.next(RawClient.GOAWAY))).isEqualTo(Integer.MAX_VALUE);
            Frame ping = client.next(RawClient.PING);
            client.send(RawClient.PING, RawClient.ACK, 0, ping.payload());

            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aSilentPeerIsPingedAndClosedIfItDoesNotAnswer() throws IOException {
        serve(GrpcServerOptions.DEFAULT.withKeepalive(
                new KeepaliveOptions(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ZERO, true)));
        try (RawClient client = new RawClient(server.port())) {
            assertThat(client.next(RawClient.PING).flags()).isZero();

            assertThat(client.isClosed()).isTrue();
        }
    }
}
