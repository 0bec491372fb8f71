package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.testing.EchoServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.testing.FailOnBufferLeak;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.EchoServer;
import io.quarkiverse.volo.transport.ConnectorOptions;
import io.quarkiverse.volo.transport.PoolOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;

/** A request is written on the event loop of the connection's channel, so the thread that writes it tells which one that is. */
@ExtendWith(FailOnBufferLeak.class)
class CallersLoopTest {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final EchoServer server = EchoServer.start(vertx, ThriftServerOptions.DEFAULT,
            (context, text) -> Uni.createFrom().item(text));
    private final ThriftClient client = new ThriftClient(vertx, new CallLoops(vertx),
            ClientOptions.of("echo", FixedDiscovery.of(server.address())), ThriftClientOptions.DEFAULT,
            ConnectorOptions.plaintext(null),
            PoolOptions.DEFAULT);
    private final List<Thread> writers = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopAll() {
        done(client.close());
        server.close();
        done(vertx.close());
    }

    @Test
    void aCallMadeOnAnEventLoopTakesAConnectionOfThatLoop() throws Exception {
        ClientMethod<String, String> echo = client.method(watched());

        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            for (int i = 0; i < 2; i++) { // one is opened, then used again
                Thread caller = callOn((EventLoop) loop, echo);
                assertThat(writers).containsExactly(caller);
                writers.clear();
            }
        }
    }

    /** Answers the loop's thread once the reply is there. */
    private Thread callOn(EventLoop loop, ClientMethod<String, String> echo) throws Exception {
        CompletableFuture<Thread> answered = new CompletableFuture<>();
        ((VertxInternal) vertx).createEventLoopContext(loop, null, null).runOnContext(ignored -> {
            Thread caller = Thread.currentThread();
            echo.call(CallOptions.DEFAULT, "hi").subscribe().with(reply -> answered.complete(caller),
                    answered::completeExceptionally);
        });
        return answered.get(10, TimeUnit.SECONDS);
    }

    private ThriftMethod<String, String> watched() {
        StructCodec<String> text = Echo.ECHO.arguments();
        return new ThriftMethod<>("Echo", "echo", false, new StructCodec<>() {

            @Override
            public String name() {
                return text.name();
            }

            @Override
            public String read(ThriftReader in) {
                return text.read(in);
            }

            @Override
            public void write(ThriftWriter out, String value) {
                writers.add(Thread.currentThread());
                text.write(out, value);
            }
        }, Echo.ECHO.result());
    }
}
