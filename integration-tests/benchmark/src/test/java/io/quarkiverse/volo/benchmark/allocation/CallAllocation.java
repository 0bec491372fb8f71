package io.quarkiverse.volo.benchmark.allocation;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.benchmark.EchoBean;
import io.quarkiverse.volo.benchmark.echo.Echo;
import io.quarkiverse.volo.benchmark.echo.EchoDefinition;
import io.quarkiverse.volo.benchmark.echo.Message;
import io.quarkiverse.volo.client.CallLoops;
import io.quarkiverse.volo.client.ClientOptions;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.discovery.FixedDiscovery;
import io.quarkiverse.volo.runtime.internal.EmbeddedSettings;
import io.quarkiverse.volo.thrift.client.EmbeddedClient;
import io.quarkiverse.volo.thrift.server.EmbeddedServer;
import io.quarkiverse.volo.thrift.server.ThriftServerOptions;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * A whole call inside one process and on one thread, an event loop of the running application: from the generated client to the
 * wire, from there to the bean, and back. And each of its sides apart, against bytes that are always the same.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallAllocation {

    private static final int CALLS = 1_000;
    private static final int TEXT_BYTES = 1024;
    /** Of our frames: behind the length, the version and {@code echo} with its length. */
    private static final int SEQUENCE_ID = 4 + 4 + 4 + 4;

    private final byte[] text = "x".repeat(TEXT_BYTES).getBytes(StandardCharsets.ISO_8859_1);
    private final Message message = new Message(new String(text, StandardCharsets.ISO_8859_1));
    private final Caller caller = new Caller();

    private Application application;
    private ThriftServerOptions serverOptions;
    private EmbeddedWire clientWire;
    private EmbeddedWire serverWire;
    private Echo client;
    private ByteBuf request;
    private ByteBuf reply;
    private Object sink;

    @Setup
    public void start() throws ReflectiveOperationException {
        application = Application.start();
        serverOptions = EmbeddedSettings.options();
        application.onLoop(() -> {
            connect();
            remember();
            return null;
        });
    }

    private void connect() {
        clientWire = new EmbeddedWire(application.context.nettyEventLoop());
        serverWire = new EmbeddedWire(application.context.nettyEventLoop());
        EchoDefinition definition = new EchoDefinition();
        Address nobody = Address.of("localhost", 1);
        client = definition.client(
                new EmbeddedClient(new CallLoops(application.vertx), ClientOptions.of("echo", FixedDiscovery.of(nobody)),
                        clientWire));
        EmbeddedServer.serve(serverWire, application.context, serverOptions,
                EmbeddedSettings.routes(definition.serve(Arc.container().instance(EchoBean.class).get())));
    }

    /** The bytes of one call, for the sides apart. */
    private void remember() {
        client.echo(message).subscribe().withSubscriber(caller);
        request = clientWire.take();
        serverWire.read(request.copy());
        reply = serverWire.take();
        clientWire.read(reply.copy());
        caller.check(message);
    }

    @TearDown
    public void stop() {
        application.stop();
    }

    /** Both sides. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object call() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                client.echo(message).subscribe().withSubscriber(caller);
                serverWire.read(clientWire.take());
                clientWire.read(serverWire.take());
                caller.check(message);
            }
            return null;
        });
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object client() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                client.echo(message).subscribe().withSubscriber(caller);
                ByteBuf sent = clientWire.take();
                ByteBuf answer = copy(reply);
                answer.setInt(SEQUENCE_ID, sent.getInt(SEQUENCE_ID));
                sent.release();
                clientWire.read(answer);
                caller.check(message);
            }
            return null;
        });
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object server() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                serverWire.read(copy(request));
                ByteBuf answer = serverWire.take();
                if (!answer.equals(reply)) {
                    throw new IllegalStateException("another reply than before");
                }
                answer.release();
            }
            return null;
        });
    }

    /** What the copies for the sides apart cost by themselves. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object harness() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                copy(request).release();
            }
            return null;
        });
    }

    /** The objects that a client's call is about: the reply with its text. The request was there before. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object clientMessages() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                sink = new Message(new String(text, StandardCharsets.ISO_8859_1));
            }
            return sink;
        });
    }

    /** The objects that a served call is about: the request with its text, and the reply that the bean makes of it. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object serverMessages() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                Message received = new Message(new String(text, StandardCharsets.ISO_8859_1));
                sink = received;
                sink = new Message(received.text());
            }
            return sink;
        });
    }

    /** A part of the server's share: the Vert.x context that each served call has of its own. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object callContext() {
        return application.onLoop(() -> {
            for (int i = 0; i < CALLS; i++) {
                sink = serverOptions.callContext().apply(application.context);
            }
            return sink;
        });
    }

    private static ByteBuf copy(ByteBuf bytes) {
        return bytes.alloc().buffer(bytes.readableBytes()).writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
    }

    /** The same one for all calls, so that it costs nothing. */
    private static final class Caller implements UniSubscriber<Message> {

        private Message item;
        private Throwable failure;

        @Override
        public void onSubscribe(UniSubscription subscription) {
            // Nobody cancels.
        }

        @Override
        public void onItem(Message item) {
            this.item = item;
        }

        @Override
        public void onFailure(Throwable failure) {
            this.failure = failure;
        }

        void check(Message expected) {
            if (!expected.equals(item)) {
                throw new IllegalStateException("reply: " + item + " (expected: what was sent)", failure);
            }
            item = null;
        }
    }
}
